package ledger.domain.organization;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;

/**
 * What an organization is, whatever its standing: as registered, under whom it stands today, and who acts for it.
 *
 * @param parentId the organization above it today
 */
record Charter(OrganizationRegistered registered, @Nullable String parentId, Set<Office> offices) {

    /** One person in one role. */
    record Office(String officerId, OfficerRole role) {}

    Charter {
        offices = Set.copyOf(offices);
    }

    static Charter of(OrganizationRegistered registered) {
        return new Charter(registered, registered.parentId(), Set.of());
    }

    Charter under(@Nullable String parent) {
        return new Charter(registered, parent, offices);
    }

    Charter appointing(Office office) {
        Set<Office> more = new HashSet<>(offices);
        more.add(office);
        return new Charter(registered, parentId, more);
    }

    Charter dismissing(Office office) {
        Set<Office> fewer = new HashSet<>(offices);
        fewer.remove(office);
        return new Charter(registered, parentId, fewer);
    }

    /** The same registration sent again, as it first was or as it reads today. */
    boolean isSameAs(OrganizationRegistered sent) {
        return registered.equals(sent)
                || new OrganizationRegistered(
                                registered.organizationId(), registered.code(), registered.name(), registered.kind(),
                                parentId, registered.zone())
                        .equals(sent);
    }
}
