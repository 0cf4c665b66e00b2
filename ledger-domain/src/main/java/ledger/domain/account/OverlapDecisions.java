package ledger.domain.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.Remedy;
import ledger.domain.account.HourAccountCommand.ResolveOverlap;
import ledger.domain.account.HourAccountEvent.ServiceCorrected;
import ledger.domain.account.HourAccountEvent.ServiceRevoked;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/** How an overlap ends (R10): who stands above all concerned puts the times right, and the held entry is approved. */
final class OverlapDecisions {

    private final Entries entries;
    private final Rulebooks rulebooks;
    private final Deciding deciding;

    OverlapDecisions(Entries entries, Rulebooks rulebooks) {
        this.entries = entries;
        this.rulebooks = rulebooks;
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> resolve(ResolveOverlap command) {
        return deciding.about(command.entryId(), held -> {
            if (!Deciding.mayDecide(command.officer(), held)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (held.state() != EntryState.HELD) {
                return held.state().isStanding()
                        ? Decision.alreadySo(held.entryId())
                        : Decision.refuse(ENTRY_NOT_HELD, "entry");
            }
            List<Held> others = entries.allOverlapping(held.time(), held.entryId());
            return outOfPlace(command, held, others)
                    .<Decision<HourAccountEvent>>map(Decision::refuse)
                    .orElseGet(() -> new Settlement(command, held).of(others));
        });
    }

    /** Why this officer cannot end this overlap in this way, whatever the times say. */
    private static Optional<Refusal> outOfPlace(ResolveOverlap command, Held held, List<Held> others) {
        if (others.isEmpty()) {
            return Optional.of(Refusal.of(NOTHING_OVERLAPS, "entry"));
        }
        if (!oversees(command, held) || !others.stream().allMatch(other -> oversees(command, other))) {
            return Optional.of(Refusal.of(NOT_THE_COMMON_ANCESTOR, "entry"));
        }
        Set<String> open = new HashSet<>(Set.of(held.entryId()));
        others.forEach(other -> open.add(other.entryId()));
        boolean fitting = command.remedies().stream().allMatch(remedy -> open.remove(remedy.entryId())
                && (remedy instanceof Remedy.Retime || !remedy.entryId().equals(held.entryId())));
        return fitting ? Optional.empty() : Optional.of(Refusal.of(REMEDY_NOT_ABOUT_OVERLAP, "remedies"));
    }

    private static boolean oversees(ResolveOverlap command, Held entry) {
        return command.officer().tier() == Tier.AUTHORITY || command.oversees().contains(entry.recordedBy());
    }

    /** One overlap as it is being settled, on a copy of the account. */
    private final class Settlement {

        private final ResolveOverlap command;
        private final Held held;
        private final Rulebook rulebook;
        private final Entries trial = entries.copy();
        private final Map<String, Remedy> remedies = new TreeMap<>();
        private final List<HourAccountEvent> facts = new ArrayList<>();

        Settlement(ResolveOverlap command, Held held) {
            this.command = command;
            this.held = held;
            this.rulebook = rulebooks.edition(command.facts().rulebook());
            command.remedies().forEach(remedy -> remedies.put(remedy.entryId(), remedy));
        }

        Decision<HourAccountEvent> of(List<Held> others) {
            List<Held> changing = new ArrayList<>(
                    others.stream().filter(other -> remedies.containsKey(other.entryId())).toList());
            Optional<Refusal> refusal = changeAll(changing).or(() -> remedy(held));
            if (refusal.isPresent()) {
                return Decision.refuse(refusal.get());
            }
            facts.add(new HeldDecisions(entries, rulebooks).approved(
                    command.accountId(), held, command.officer(), command.reason(), command.facts().recordedOn(),
                    rulebook));
            return new Decision.Accepted<>(facts);
        }

        /**
         * Whichever fits goes first, so that it does not matter in which order they are named, and after each fact no
         * two standing entries overlap.
         */
        private Optional<Refusal> changeAll(List<Held> changing) {
            while (!changing.isEmpty()) {
                Optional<Refusal> firstRefusal = Optional.empty();
                int left = changing.size();
                for (Held other : List.copyOf(changing)) {
                    Optional<Refusal> refusal = remedy(other);
                    if (refusal.isEmpty()) {
                        changing.remove(other);
                    }
                    firstRefusal = firstRefusal.or(() -> refusal);
                }
                if (changing.size() == left) {
                    return firstRefusal;
                }
            }
            return Optional.empty();
        }

        /** Judge what becomes of an entry (R18); what is refused for one is refused for all. */
        private Optional<Refusal> remedy(Held entry) {
            return switch (remedies.getOrDefault(entry.entryId(), new Remedy.Retime(entry.entryId(), entry.time()))) {
                case Remedy.TakeBack takeBack -> {
                    facts.add(new ServiceRevoked(
                            command.accountId(), entry.entryId(), entry.time().minutes(), command.officer(),
                            command.reasonCode(), command.reason(), command.facts().recordedOn()));
                    trial.put(entry.in(EntryState.REVOKED));
                    yield Optional.empty();
                }
                case Remedy.Retime retime -> retime(entry, retime.time());
            };
        }

        private Optional<Refusal> retime(Held entry, ServedTime time) {
            Optional<Refusal> refusal = time.equals(entry.time())
                    ? Optional.empty()
                    : Admission.refusal(entry.activity(), time, entry.evidence(), command.facts());
            refusal = refusal.or(
                    () -> Judgement.of(session(entry).saying(entry.activity(), time)).refusalFor(command.officer()));
            if (refusal.isEmpty() && !time.equals(entry.time())) {
                ServiceCorrected corrected = corrected(entry, time);
                facts.add(corrected);
                Recording.reassessed(corrected, entry, rulebooks).ifPresent(facts::add);
                trial.put(entry.saying(entry.activity(), time, corrected.contentDigest()));
            }
            return refusal;
        }

        private Session session(Held entry) {
            return Session.known(
                    entry, command.facts().circumstances(), command.facts().rulebook(), trial, rulebooks);
        }

        private ServiceCorrected corrected(Held entry, ServedTime time) {
            return new ServiceCorrected(
                    command.accountId(), entry.entryId(), entry.activity(), time,
                    entry.fingerprint(entry.activity(), time),
                    entry.time().minutes(), command.officer(), command.reasonCode(), command.reason(),
                    command.facts().recordedOn(), rulebook.edition());
        }
    }
}
