package ledger.api.ground;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.projections.DeadLetters;
import ledger.projections.FactSource;
import ledger.projections.Follower;
import ledger.projections.Followers;
import ledger.projections.Projection;
import ledger.projections.SharedFacts;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.FindAccountEntries;
import ledger.projections.account.FindAccountEntries.AccountEntries;
import ledger.projections.account.FindCertifiedMinutes;
import ledger.projections.account.FindCertifiedMinutes.CertifiedMinutes;
import ledger.projections.account.FindEntryHistory;
import ledger.projections.account.FindEntryHistory.EntryHistory;
import ledger.projections.account.HistoryReader;
import ledger.projections.account.MergeReader;
import ledger.projections.account.RulebookSimulation;
import ledger.projections.account.SampleReader;
import ledger.projections.account.ServiceSums;
import ledger.projections.account.SignalReader;
import ledger.projections.account.TransferReader;
import ledger.projections.account.WaitingReader;
import ledger.projections.activity.ActivityProjection;
import ledger.projections.activity.ActivityReader;
import ledger.projections.figure.FigureReader;
import ledger.projections.log.LogProjection;
import ledger.projections.log.LogReader;
import ledger.projections.organization.AnnualReportReader;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.place.PlaceProjection;
import ledger.projections.place.PlaceReader;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.RecordReader;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.recognition.SchemeSimulation;
import ledger.projections.statement.StatementProjection;
import ledger.projections.statement.StatementReader;
import ledger.projections.submission.SubmissionProjection;
import ledger.projections.submission.SubmissionReader;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

/** The read side's ground: views that follow the ledger, and those who answer from them. */
@Configuration
public class ViewConfiguration {

    /** A view waits for another inside its transaction, which may not be idle for much longer. */
    private static final Duration LONGEST_LAG = Duration.ofSeconds(5);

    @Bean
    SignedSchemes signedSchemes(JdbcTemplate jdbc) {
        return new SignedSchemes(jdbc);
    }

    @Bean
    SchemeShelf schemeShelf(LedgerProperties properties, Settings settings, SignedSchemes signed) {
        Set<String> ids = new TreeSet<>(properties.schemes());
        settings.get(Settings.DEMO).ifPresent(demo -> ids.add(Settings.DEMO_SCHEME));
        return new SchemeShelf(() -> signed.stock(ids));
    }

    @Bean
    DeadLetters deadLetters(JdbcTemplate jdbc) {
        return new DeadLetters(jdbc);
    }

    @Bean
    EntryReader entryReader(JdbcTemplate jdbc) {
        return new EntryReader(jdbc);
    }

    @Bean
    MergeReader mergeReader(JdbcTemplate jdbc) {
        return new MergeReader(jdbc);
    }

    @Bean
    TransferReader transferReader(JdbcTemplate jdbc) {
        return new TransferReader(jdbc);
    }

    @Bean
    SampleReader sampleReader(JdbcTemplate jdbc) {
        return new SampleReader(jdbc);
    }

    @Bean
    HistoryReader historyReader(JdbcTemplate jdbc, FactSource facts) {
        return new HistoryReader(jdbc, facts);
    }

    @Bean
    ServiceSums serviceSums(JdbcTemplate jdbc) {
        return new ServiceSums(jdbc);
    }

    @Bean
    QueryDesk queryDesk(
            QueryDesk.Elsewhere elsewhere, EntryReader entries, HistoryReader histories, ServiceSums sums) {
        return new QueryDesk(elsewhere)
                .answering(FindAccountEntries.class, AccountEntries.class, query ->
                        new AccountEntries(entries.entriesOf(query.accountId(), query.position())))
                .answering(FindEntryHistory.class, EntryHistory.class, query ->
                        new EntryHistory(histories.of(query.entryId())))
                .answering(FindCertifiedMinutes.class, CertifiedMinutes.class, query ->
                        query.position() == EntryReader.NOW
                                ? sums.certified(query.days())
                                : entries.certified(query.days(), query.position()));
    }

    @Bean
    WaitingReader waitingReader(JdbcTemplate jdbc) {
        return new WaitingReader(jdbc);
    }

    @Bean
    OrganizationReader organizationReader(JdbcTemplate jdbc) {
        return new OrganizationReader(jdbc);
    }

    @Bean
    VolunteerReader volunteerReader(JdbcTemplate jdbc) {
        return new VolunteerReader(jdbc);
    }

    @Bean
    PlaceReader placeReader(JdbcTemplate jdbc) {
        return new PlaceReader(jdbc);
    }

    @Bean
    ActivityReader activityReader(JdbcTemplate jdbc) {
        return new ActivityReader(jdbc);
    }

    @Bean
    SubmissionReader submissionReader(JdbcTemplate jdbc) {
        return new SubmissionReader(jdbc);
    }

    @Bean
    StatementReader statementReader(JdbcTemplate jdbc) {
        return new StatementReader(jdbc);
    }

    @Bean
    SignalReader signalReader(JdbcTemplate jdbc) {
        return new SignalReader(jdbc);
    }

    @Bean
    FigureReader figureReader(JdbcTemplate jdbc) {
        return new FigureReader(jdbc);
    }

    @Bean
    AnnualReportReader annualReportReader(JdbcTemplate jdbc) {
        return new AnnualReportReader(jdbc);
    }

    @Bean
    LogReader logReader(JdbcTemplate jdbc) {
        return new LogReader(jdbc);
    }

    @Bean
    RecognitionReader recognitionReader(
            JdbcTemplate jdbc, EntryReader entries, VolunteerReader volunteers, SchemeShelf shelf, Vault vault) {
        return new RecognitionReader(jdbc, entries, volunteers, shelf, vault);
    }

    @Bean
    RecordReader recordReader(JdbcTemplate jdbc) {
        return new RecordReader(jdbc);
    }

    @Bean
    RulebookSimulation rulebookSimulation(JdbcTemplate jdbc, FactSource facts) {
        return new RulebookSimulation(jdbc, facts);
    }

    @Bean
    SchemeSimulation schemeSimulation(
            JdbcTemplate jdbc, EntryReader entries, VolunteerReader volunteers, SchemeShelf shelf, Vault vault) {
        return new SchemeSimulation(jdbc, entries, volunteers, shelf, vault);
    }

    @Bean(destroyMethod = "close")
    Followers followers(
            FactSource facts,
            HeadSignal head,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EntryReader entries,
            VolunteerReader volunteers,
            StatementReader statements,
            RecognitionReader recognitions,
            SchemeShelf shelf,
            Vault vault,
            CommandDesk desk) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        AtomicReference<Followers> self = new AtomicReference<>();
        LongPredicate entriesReach = position -> self.get()
                .await(position, LONGEST_LAG, List.of(
                        EntryProjection.ROOM, VolunteerProjection.ROOM, OrganizationProjection.ROOM));
        LongPredicate statementsReach = position -> self.get()
                .await(position, LONGEST_LAG, List.of(
                        EntryProjection.ROOM, StatementProjection.ROOM, EligibilityProjection.ROOM));
        LongPredicate recognitionsReach = position -> self.get()
                .await(position, LONGEST_LAG, List.of(EntryProjection.ROOM, EligibilityProjection.ROOM));
        List<Projection> projections = List.of(
                new OrganizationProjection(jdbc),
                new VolunteerProjection(jdbc),
                new EntryProjection(jdbc),
                new PlaceProjection(jdbc),
                new ActivityProjection(jdbc),
                new SubmissionProjection(jdbc),
                new StatementProjection(jdbc),
                new EligibilityProjection(jdbc, entries, volunteers, shelf, vault, entriesReach),
                new LogProjection(jdbc),
                new StatementWatch(desk, entries, statements, new RecordReader(jdbc), statementsReach),
                new RecognitionWatch(desk, entries, recognitions, facts, recognitionsReach));
        SharedFacts shared = new SharedFacts(facts);
        head.onFacts(shared::written);
        Followers followers = new Followers(projections.stream()
                .map(projection -> new Follower(projection, shared, jdbc, transaction))
                .toList());
        self.set(followers);
        return followers;
    }

    /** Views follow from the moment everything is wired until the service closes. */
    @Bean
    SmartLifecycle following(Followers followers, HeadSignal head) {
        head.onWritten(followers::wake);
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                followers.start();
                running = true;
            }

            @Override
            public void stop() {
                followers.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return 0;
            }
        };
    }
}
