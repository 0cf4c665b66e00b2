package ledger.api.ground.axonserver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ledger.api.ground.Nodes;
import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.HourAccountCommand.CertifyService;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountCommand.Remedy;
import ledger.domain.account.HourAccountCommand.ResolveOverlap;
import ledger.domain.account.HourAccountEvent.ServiceCertified;
import ledger.domain.account.HourAccountRefusal;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.organization.OrganizationCommand.AffiliateOrganization;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.recognition.Approval;
import ledger.domain.recognition.Measure;
import ledger.domain.recognition.RecognitionCommand.ConferRecognition;
import ledger.domain.recognition.RecognitionCommand.Grounds;
import ledger.domain.recognition.Verdict;
import ledger.domain.statement.StatementCommand.IssueStatement;
import ledger.domain.statement.StatementScope;
import ledger.domain.submission.SubmissionCommand.SubmitRoster;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands and answers arrive at another node as they were sent. */
class MessageWireTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    private final Serializer wire = MessageWire.serializer();

    static Stream<Object> messages() {
        return Stream.of(
                Nodes.record("wire", "wire", 1),
                Nodes.record("wire", "wire", 1).with(new Claim.Open("account-1", "entry-1", "digest")),
                Nodes.record("wire", "wire", 1).with(new Claim.Ended(3)),
                new CertifyService("account-1", "entry-1", DAY),
                new ReinstateService("account-1", "entry-1", new Officer("organization-1", Tier.PARENT), "mistake",
                        new AnnexNote("note-1", "digest"), DAY, "default-cn/2026-1", Circumstances.UNKNOWN, true),
                new ResolveOverlap("account-1", "entry-1",
                        List.of(new Remedy.TakeBack("entry-2"),
                                new Remedy.Retime("entry-3", Nodes.record("wire", "wire", 2).time())),
                        new Officer("organization-1", Tier.PARENT), Set.of("organization-1", "organization-2"),
                        "mistake",
                        new AnnexNote("note-1", "digest"), Nodes.record("wire", "wire", 1).facts()),
                new AffiliateOrganization("organization-1", "organization-2", false, DAY),
                new RegisterOrganization(
                        "organization-1", "ST-A", "青禾站", OrganizationKind.STATION, null, "Asia/Shanghai"),
                new SubmitRoster("submission-1", "digest", "csv; charset=GB18030", null, new AnnexNote("note-2", "d")),
                new IssueStatement("HL-1", new StatementScope("volunteer-1", DAY, null, null), 7, "digest",
                        List.of("entry-1"), 60, false, DAY),
                new ConferRecognition(
                        new Grounds(
                                "volunteer-1", verdict(), "star1", Approval.NONE, 12, Set.of("recognition-1"), false),
                        "token-1", "organization-1", DAY),
                Decision.alreadySo("entry-1"),
                Decision.refuse(Refusal.of(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom").with("entry", "entry-1")),
                Decision.accept(new ServiceCertified("account-1", "entry-1", DAY, 60)));
    }

    private static Verdict verdict() {
        return new Verdict(
                "cn-cyl-star", "2013-11", Verdict.Status.OPEN, DAY, DAY, DAY, Optional.of("all"), List.of("star1"),
                List.of("star1"), "", 6000,
                List.of(new Verdict.Counted("entry-1", DAY, 6000)),
                List.of(new Verdict.NotCounted("entry-2", DAY, 30, Verdict.Reason.IN_NOTICE)),
                Optional.of(new Verdict.Missing(
                        "star2", 18000, 12000, List.of(new Verdict.Lack(Measure.SESSIONS, 3, 2)), List.of("other/one"),
                        60, Optional.of(DAY), Optional.of(DAY))),
                Optional.empty(), 5, "digest");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void arrivesAsItWasSent(Object message) {
        assertThat(wire.<byte[], Object>deserialize(wire.serialize(message, byte[].class))).isEqualTo(message);
    }
}
