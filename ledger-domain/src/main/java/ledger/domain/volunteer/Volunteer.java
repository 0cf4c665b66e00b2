package ledger.domain.volunteer;

import java.util.function.Function;

import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.volunteer.VolunteerCommand.EnrolVolunteer;
import ledger.domain.volunteer.VolunteerCommand.FreezeVolunteer;
import ledger.domain.volunteer.VolunteerCommand.MergeVolunteers;
import ledger.domain.volunteer.VolunteerCommand.RecordConsent;
import ledger.domain.volunteer.VolunteerCommand.RecordQualification;
import ledger.domain.volunteer.VolunteerCommand.UnfreezeVolunteer;
import ledger.domain.volunteer.VolunteerCommand.UnmergeVolunteers;
import ledger.domain.volunteer.VolunteerCommand.WithdrawConsent;
import ledger.domain.volunteer.VolunteerCommand.WithdrawQualification;
import ledger.domain.volunteer.VolunteerCommand.WithdrawVolunteer;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.ConsentWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.domain.volunteer.VolunteerEvent.VolunteerFrozen;
import ledger.domain.volunteer.VolunteerEvent.VolunteerUnfrozen;
import ledger.domain.volunteer.VolunteerEvent.VolunteerWithdrawn;
import ledger.domain.volunteer.VolunteerEvent.VolunteersMerged;
import ledger.domain.volunteer.VolunteerEvent.VolunteersUnmerged;

/** A volunteer's registration: not enrolled, enrolled since a day, frozen (R20), withdrawn, or merged away (R5). */
sealed interface Volunteer {

    record NotEnrolled() implements Volunteer {}

    record Enrolled(VolunteerEnrolled enrolled, Papers papers) implements Volunteer {}

    record Frozen(VolunteerEnrolled enrolled, Papers papers, VolunteerFrozen freeze) implements Volunteer {}

    record Withdrawn(VolunteerEnrolled enrolled, Papers papers) implements Volunteer {}

    /** @param before what the registration was, and is again when the merge is undone */
    record Merged(Volunteer before, VolunteersMerged merge) implements Volunteer {}

    static Decision<VolunteerEvent> decide(Volunteer state, VolunteerCommand command) {
        return switch (command) {
            case EnrolVolunteer enrol -> enrol(state, enrol);
            case RecordConsent consent -> served(state, papers -> papers.record(consent));
            case RecordQualification qualification -> served(state, papers -> papers.record(qualification));
            case WithdrawConsent withdraw -> kept(state, papers -> papers.withdraw(
                    withdraw.consentId(), VolunteerRefusal.CONSENT_UNKNOWN,
                    new ConsentWithdrawn(
                            withdraw.volunteerId(), withdraw.consentId(), withdraw.reason(), withdraw.withdrawnOn())));
            case WithdrawQualification withdraw -> kept(state, papers -> papers.withdraw(
                    withdraw.qualificationId(), VolunteerRefusal.QUALIFICATION_UNKNOWN,
                    new QualificationWithdrawn(
                            withdraw.volunteerId(), withdraw.qualificationId(), withdraw.reason(),
                            withdraw.withdrawnOn())));
            case FreezeVolunteer freeze -> freeze(state, freeze);
            case UnfreezeVolunteer unfreeze -> switch (state) {
                case NotEnrolled none -> unknown();
                case Enrolled enrolled -> Decision.alreadySo(unfreeze.volunteerId());
                case Withdrawn withdrawn -> Decision.alreadySo(unfreeze.volunteerId());
                case Merged merged -> mergedAway();
                case Frozen frozen -> Decision.accept(new VolunteerUnfrozen(
                        unfreeze.volunteerId(), unfreeze.reason(), unfreeze.unfrozenOn()));
            };
            case WithdrawVolunteer withdraw -> switch (state) {
                case NotEnrolled none -> unknown();
                case Withdrawn withdrawn -> Decision.alreadySo(withdraw.volunteerId());
                case Merged merged -> mergedAway();
                case Frozen frozen -> Decision.refuse(VolunteerRefusal.UNFREEZE_FIRST, "volunteerNumber");
                case Enrolled enrolled -> Decision.accept(new VolunteerWithdrawn(
                        withdraw.volunteerId(), withdraw.reasonCode(), withdraw.reason(), withdraw.withdrawnOn()));
            };
            case MergeVolunteers merge -> switch (state) {
                case NotEnrolled none -> unknown();
                case Merged merged -> merged.merge().mergeId().equals(merge.mergeId())
                        ? Decision.alreadySo(merge.volunteerId())
                        : mergedAway();
                case Enrolled enrolled -> merged(merge);
                case Frozen frozen -> merged(merge);
                case Withdrawn withdrawn -> merged(merge);
            };
            case UnmergeVolunteers unmerge -> state instanceof Merged merged
                            && merged.merge().mergeId().equals(unmerge.mergeId())
                    ? Decision.accept(new VolunteersUnmerged(
                            unmerge.volunteerId(), unmerge.mergeId(), unmerge.unmergedOn()))
                    : Decision.alreadySo(unmerge.volunteerId());
        };
    }

    private static Decision<VolunteerEvent> merged(MergeVolunteers merge) {
        return Decision.accept(new VolunteersMerged(
                merge.volunteerId(), merge.mergeId(), merge.intoVolunteerId(), merge.mergedOn()));
    }

    private static Decision<VolunteerEvent> mergedAway() {
        return Decision.refuse(VolunteerRefusal.VOLUNTEER_MERGED, "volunteerNumber");
    }

    private static Decision<VolunteerEvent> enrol(Volunteer state, EnrolVolunteer enrol) {
        return switch (state) {
            case NotEnrolled none -> Decision.accept(new VolunteerEnrolled(
                    enrol.volunteerId(), LedgerIds.accountOf(enrol.volunteerId()), enrol.registeredOn(),
                    enrol.enrolledBy()));
            case Enrolled known -> again(known.enrolled(), enrol);
            case Frozen known -> again(known.enrolled(), enrol);
            case Withdrawn known -> again(known.enrolled(), enrol);
            case Merged known -> enrol(known.before(), enrol);
        };
    }

    private static Decision<VolunteerEvent> again(VolunteerEnrolled known, EnrolVolunteer enrol) {
        return known.registeredOn().equals(enrol.registeredOn())
                ? Decision.alreadySo(enrol.volunteerId())
                : Decision.refuse(VolunteerRefusal.VOLUNTEER_DIFFERS, "registeredOn");
    }

    private static Decision<VolunteerEvent> freeze(Volunteer state, FreezeVolunteer freeze) {
        if (freeze.until() != null && freeze.until().isBefore(freeze.frozenOn())) {
            return Decision.refuse(VolunteerRefusal.FREEZE_ENDS_BEFORE_IT_BEGINS, "until");
        }
        Decision<VolunteerEvent> frozenFromNow = Decision.accept(new VolunteerFrozen(
                freeze.volunteerId(), freeze.reasonCode(), freeze.reason(), freeze.frozenOn(), freeze.until()));
        return switch (state) {
            case NotEnrolled none -> unknown();
            case Withdrawn withdrawn -> Decision.refuse(VolunteerRefusal.VOLUNTEER_WITHDRAWN, "volunteerNumber");
            case Merged merged -> mergedAway();
            case Enrolled enrolled -> frozenFromNow;
            case Frozen frozen -> isSame(frozen.freeze(), freeze)
                    ? Decision.alreadySo(freeze.volunteerId())
                    : frozenFromNow;
        };
    }

    /** For another reason, or to another day: the later freeze takes the place of the one before. */
    private static boolean isSame(VolunteerFrozen known, FreezeVolunteer asked) {
        return known.reasonCode().equals(asked.reasonCode())
                && String.valueOf(known.until()).equals(String.valueOf(asked.until()));
    }

    /** New papers are kept of those who serve, frozen or not. */
    private static Decision<VolunteerEvent> served(
            Volunteer state, Function<Papers, Decision<VolunteerEvent>> decide) {
        return switch (state) {
            case NotEnrolled none -> unknown();
            case Withdrawn withdrawn -> Decision.refuse(VolunteerRefusal.VOLUNTEER_WITHDRAWN, "volunteerNumber");
            case Merged merged -> mergedAway();
            case Enrolled enrolled -> decide.apply(enrolled.papers());
            case Frozen frozen -> decide.apply(frozen.papers());
        };
    }

    /** Papers can be taken back at any time. */
    private static Decision<VolunteerEvent> kept(Volunteer state, Function<Papers, Decision<VolunteerEvent>> decide) {
        return switch (state) {
            case NotEnrolled none -> unknown();
            case Withdrawn withdrawn -> decide.apply(withdrawn.papers());
            case Merged merged -> mergedAway();
            case Enrolled enrolled -> decide.apply(enrolled.papers());
            case Frozen frozen -> decide.apply(frozen.papers());
        };
    }

    private static Decision<VolunteerEvent> unknown() {
        return Decision.refuse(VolunteerRefusal.VOLUNTEER_NOT_MATCHED, "volunteerNumber");
    }

    static Volunteer evolve(Volunteer state, VolunteerEvent event) {
        return switch (event) {
            case VolunteerEnrolled enrolled -> new Enrolled(enrolled, Papers.NONE);
            case ConsentRecorded e -> with(state, papersOf(state).with(e.consentId()));
            case ConsentWithdrawn e -> with(state, papersOf(state).without(e.consentId()));
            case QualificationRecorded e -> with(state, papersOf(state).with(e.qualificationId()));
            case QualificationWithdrawn e -> with(state, papersOf(state).without(e.qualificationId()));
            case VolunteerFrozen frozen -> new Frozen(enrolledAs(state), papersOf(state), frozen);
            case VolunteerUnfrozen unfrozen -> new Enrolled(enrolledAs(state), papersOf(state));
            case VolunteerWithdrawn withdrawn -> new Withdrawn(enrolledAs(state), papersOf(state));
            case VolunteersMerged merge -> new Merged(state, merge);
            case VolunteersUnmerged unmerged -> state instanceof Merged merged ? merged.before() : state;
        };
    }

    private static Volunteer with(Volunteer state, Papers papers) {
        return switch (state) {
            case NotEnrolled none -> throw neverEnrolled();
            case Enrolled known -> new Enrolled(known.enrolled(), papers);
            case Frozen known -> new Frozen(known.enrolled(), papers, known.freeze());
            case Withdrawn known -> new Withdrawn(known.enrolled(), papers);
            case Merged known -> new Merged(with(known.before(), papers), known.merge());
        };
    }

    private static Papers papersOf(Volunteer state) {
        return switch (state) {
            case NotEnrolled none -> throw neverEnrolled();
            case Enrolled known -> known.papers();
            case Frozen known -> known.papers();
            case Withdrawn known -> known.papers();
            case Merged known -> papersOf(known.before());
        };
    }

    private static VolunteerEnrolled enrolledAs(Volunteer state) {
        return switch (state) {
            case NotEnrolled none -> throw neverEnrolled();
            case Enrolled known -> known.enrolled();
            case Frozen known -> known.enrolled();
            case Withdrawn known -> known.enrolled();
            case Merged known -> enrolledAs(known.before());
        };
    }

    private static IllegalStateException neverEnrolled() {
        return new IllegalStateException("a fact speaks of a volunteer never enrolled");
    }
}
