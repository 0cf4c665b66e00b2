package ledger.api.house;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import ledger.api.LedgerService;
import ledger.api.ground.Annex;
import ledger.api.ground.Vault;
import ledger.domain.Fact;
import ledger.domain.LedgerCommand;
import ledger.domain.RefusalCode;
import ledger.projections.Projection;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The walls of the house. A rule that matches nothing fails: by ArchUnit's default, and by a count of its own. */
class ArchitectureTest {

    private static final String DOMAIN = "ledger.domain..";
    private static final String PROJECTIONS = "ledger.projections..";
    private static final String API = "ledger.api..";
    private static final String GROUND = "ledger.api.ground..";
    private static final String STOCK = "ledger.api.bench.stock..";
    private static final String FLOOR = "ledger.api.bench.floor..";
    private static final String AXON = "org.axonframework..";
    private static final String JACKSON = "tools.jackson..";

    private static final JavaClasses HOUSE = house();

    private static final Set<String> PURE_MODELS = Set.of(
            "ledger.domain.recognition.FalseHoursCase", "ledger.domain.organization.Organization",
            "ledger.domain.recognition.Recognitions", "ledger.domain.submission.Submission",
            "ledger.domain.recognition.Complaint", "ledger.domain.account.HourAccount", "ledger.domain.account.Notice",
            "ledger.domain.volunteer.Volunteer", "ledger.domain.statement.Statement", "ledger.domain.account.Entries",
            "ledger.domain.recognition.Honour", "ledger.domain.account.Admission", "ledger.domain.account.Judgement",
            "ledger.domain.activity.Activity", "ledger.domain.account.Session", "ledger.domain.place.Station",
            "ledger.domain.place.Grid");

    private static final Pattern TIRED_SUFFIX = Pattern.compile(".*(Util|Utils|Helper|Manager|Dto|Impl)");

    @Test
    void allThreeStoreysAreLookedAt() {
        for (String storey : List.of(DOMAIN, PROJECTIONS, API, GROUND)) {
            assertThat(those(resideInAPackage(storey))).as(storey).hasSizeGreaterThan(10);
        }
        assertThat(HOUSE.contain(ArchitectureTest.class)).as("tests stay outside").isFalse();
    }

    @Test
    void theDomainKnowsNothingOfProjectionsOrDoors() {
        holds(noClasses().that().resideInAPackage(DOMAIN)
                .should().dependOnClassesThat().resideInAnyPackage(PROJECTIONS, API));
    }

    @Test
    void projectionsKnowNothingOfDoors() {
        holds(noClasses().that().resideInAPackage(PROJECTIONS).should().dependOnClassesThat().resideInAPackage(API));
    }

    @Test
    void theDomainRestsOnTheJdkJacksonAndInItsShellsAxon() {
        holds(classes().that().resideInAPackage(DOMAIN)
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        DOMAIN, AXON, JACKSON, "com.fasterxml.jackson.annotation..", "org.jspecify.annotations..",
                        "java.lang..", "java.util..", "java.time..", "java.text..", "java.math..", "java.io..",
                        "java.nio.charset..", "java.security.."));
    }

    @Test
    void theDomainHasNoSpringSqlOrHttp() {
        holds(noClasses().that().resideInAPackage(DOMAIN)
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "java.net..",
                        "org.postgresql.."));
        assertThat(users(Connection.class)).as("the same question finds others").isNotEmpty();
        assertThat(users(HttpClient.class)).isNotEmpty();
    }

    @Test
    void theDomainHasNoClockAndNoChance() {
        holds(noClasses().that().resideInAPackage(DOMAIN).should().callMethodWhere(readsAClockOrThrowsDice()));
        holds(noClasses().that().resideInAPackage(DOMAIN)
                .should().dependOnClassesThat().haveNameMatching("java\\.(util|security)\\..*Random.*")
                .orShould().dependOnClassesThat().areAssignableTo(Clock.class));
        assertThat(users(SecureRandom.class)).as("the same question finds others").isNotEmpty();
        assertThat(those(describe("ask clock or dice", one -> one.getMethodCallsFromSelf().stream()
                        .anyMatch(readsAClockOrThrowsDice()))))
                .as("the same question finds others")
                .contains("ledger.api.ground.CommandDesk", "ledger.api.ground.LedgerClock");
    }

    @Test
    void axonIsAGuestInTheShellsOfTheDomain() {
        holds(noClasses().that().resideInAPackage(DOMAIN)
                .and(describe("are no shells", one -> !one.getSimpleName().endsWith("Aggregate")
                        && !one.getFullName().equals("ledger.domain.Aggregates")))
                .should().dependOnClassesThat().resideInAPackage(AXON));
        assertThat(those(resideInAPackage(DOMAIN).and(uses(AXON)))).hasSize(14);
    }

    @Test
    void shellsUseAxonsModellingOnly() {
        holds(noClasses().that().resideInAPackage(DOMAIN)
                .should().dependOnClassesThat(resideInAPackage(AXON).and(DescribedPredicate.not(resideInAnyPackage(
                        "org.axonframework.modelling.command..", "org.axonframework.commandhandling..",
                        "org.axonframework.eventsourcing..")))));
    }

    @Test
    void pureModelsStayBehindTheirShells() {
        holds(classes().that(describe("are pure models", one -> PURE_MODELS.contains(one.getFullName())))
                .should().bePackagePrivate());
        assertThat(those(describe("pure models", one -> PURE_MODELS.contains(one.getFullName()))))
                .hasSameSizeAs(PURE_MODELS);
    }

    @Test
    void everyShellHasAPureModelOrDecidesWithAFunctionOfItsOwn() {
        assertThat(those(resideInAPackage(DOMAIN).and(describe("shells", one ->
                        one.getSimpleName().endsWith("Aggregate")
                                && !PURE_MODELS.contains(one.getFullName().replace("Aggregate", ""))))))
                .containsExactly("ledger.domain.recognition.SchemeAggregate");
    }

    @Test
    void projectionsHaveNoHttpAndNoAxon() {
        holds(noClasses().that().resideInAPackage(PROJECTIONS)
                .should().dependOnClassesThat().resideInAnyPackage(
                        AXON, "java.net..", "jakarta..", "org.springframework.web..", "org.springframework.http..",
                        "org.springframework.boot..", "org.springframework.context..", "org.springframework.beans.."));
        assertThat(those(resideInAPackage(PROJECTIONS).and(assignableTo(Projection.class))))
                .hasSizeGreaterThan(6);
    }

    @Test
    void inTheApiOnlyTheGroundTouchesAxon() {
        holds(noClasses().that().resideInAPackage(API).and().resideOutsideOfPackages(GROUND, STOCK)
                .should().dependOnClassesThat().resideInAPackage(AXON));
        assertThat(those(resideInAPackage(GROUND).and(uses(AXON)))).hasSizeGreaterThan(5);
    }

    @Test
    void inTheApiOnlyGroundAndAccessSpeakSql() {
        holds(noClasses().that().resideInAPackage(API)
                .and().resideOutsideOfPackages(GROUND, "ledger.api.access..", STOCK, FLOOR)
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql.."));
        assertThat(those(resideInAPackage("ledger.api.access..").and(uses("org.springframework.jdbc.."))))
                .as("tokens, and their wiring")
                .containsExactlyInAnyOrder("ledger.api.access.Tokens", "ledger.api.access.AccessConfiguration");
    }

    @Test
    void doorsAndPagesReachPeopleThroughThePortOfTheVaultOnly() {
        holds(noClasses().that().resideInAnyPackage("ledger.api.door..", "ledger.api.page..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .orShould().dependOnClassesThat().haveNameMatching("ledger\\.api\\.ground\\.Postgres.*"));
        assertThat(those(resideInAPackage("ledger.api.door..").and(uses(Vault.class.getName())))).isNotEmpty();
    }

    @Test
    void onlyTheGroundImplementsVaultAndAnnex() {
        for (Class<?> port : List.of(Vault.class, Annex.class)) {
            holds(classes().that().implement(port).should().resideInAPackage(GROUND)
                    .andShould().bePackagePrivate());
        }
    }

    @Test
    void theGroundKnowsNobodyWhoStandsOnIt() {
        holds(noClasses().that().resideInAPackage(GROUND)
                .should().dependOnClassesThat().resideInAnyPackage(
                        "ledger.api.intake..", "ledger.api.door..", "ledger.api.page..", "ledger.api.operation..",
                        "ledger.api.cli..", "ledger.api.demo.."));
    }

    @Test
    void whatIsMeasuredKnowsNotThatItIs() {
        holds(noClasses().that().resideOutsideOfPackage("ledger.api.bench..")
                .and().doNotHaveFullyQualifiedName("ledger.api.cli.BenchCommand")
                .should().dependOnClassesThat().resideInAPackage("ledger.api.bench.."));
    }

    @Test
    void intakeAndOperationsKnowNoDoor() {
        holds(noClasses().that().resideInAnyPackage("ledger.api.intake..", "ledger.api.operation..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "ledger.api.door..", "ledger.api.page..", "ledger.api.cli..", "ledger.api.demo.."));
    }

    @Test
    void nothingIsCalledUtilHelperManagerDtoOrImpl() {
        holds(noClasses().that().areTopLevelClasses()
                .should().haveNameMatching(TIRED_SUFFIX.pattern()));
        assertThat("ledger.api.door.TextUtils").matches(TIRED_SUFFIX);
    }

    @Test
    void onlyAWishOrTheRunningLedgerIsCalledService() {
        holds(classes().that().haveNameMatching(".*\\wService")
                .should().beAssignableTo(LedgerCommand.class)
                .orShould().be(LedgerService.class));
    }

    @Test
    void reasonsForRefusalAreEnumsCalledRefusal() {
        holds(classes().that().implement(RefusalCode.class)
                .should().beEnums().andShould().haveSimpleNameEndingWith("Refusal"));
        assertThat(those(assignableTo(RefusalCode.class).and(describe("enums", JavaClass::isEnum))))
                .hasSizeGreaterThan(5);
    }

    @Test
    void factsAndCommandsLiveInTheDomain() {
        for (Class<?> message : List.of(Fact.class, LedgerCommand.class)) {
            holds(classes().that().areAssignableTo(message).should().resideInAPackage(DOMAIN));
            holds(classes().that().implement(message).and().areNotInterfaces().should().beRecords());
        }
    }

    @Test
    void theRoomsOfProjectionsAreRoomsOfTheDomain() {
        Set<String> rooms = rooms("ledger.projections");
        assertThat(rooms).contains("account", "recognition", "statement");
        rooms.removeAll(Set.of("replay", "log", "figure"));
        assertThat(rooms("ledger.domain")).containsAll(rooms);
    }

    /** Our own classes only: what they rest on is known by name, which is all that the rules ask, and much faster. */
    private static JavaClasses house() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ledger");
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static List<String> those(DescribedPredicate<? super JavaClass> which) {
        return HOUSE.stream().filter(which).map(JavaClass::getFullName).toList();
    }

    private static List<String> users(Class<?> used) {
        return those(uses(used.getName()));
    }

    private static DescribedPredicate<JavaClass> uses(String packageOrClass) {
        DescribedPredicate<JavaClass> used = packageOrClass.endsWith("..")
                ? resideInAPackage(packageOrClass)
                : describe(packageOrClass, one -> one.getName().equals(packageOrClass));
        return describe("use " + packageOrClass, one -> one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> used.test(dependency.getTargetClass())));
    }

    private static DescribedPredicate<JavaCall<?>> readsAClockOrThrowsDice() {
        return describe("read a clock or throw dice", call -> {
            JavaClass owner = call.getTargetOwner();
            String name = call.getName();
            return owner.getPackageName().equals("java.time")
                            && (name.equals("now") || owner.isEquivalentTo(Clock.class) && !name.equals("getZone"))
                    || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
                    || owner.isEquivalentTo(Math.class) && name.equals("random")
                    || owner.isEquivalentTo(System.class) && Set.of("nanoTime", "currentTimeMillis").contains(name);
        });
    }

    private static Set<String> rooms(String storey) {
        return HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(storey + "."))
                .map(name -> name.substring(storey.length() + 1).split("\\.")[0])
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
