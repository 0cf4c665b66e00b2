package ledger.projections.organization;

import java.time.LocalDate;

import ledger.domain.organization.OfficerRole;

/** A person who acts for an organization, by contact id; the name stands in the vault. */
public record OfficerView(String officerId, OfficerRole role, LocalDate appointedOn) {}
