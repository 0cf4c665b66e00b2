package ledger.api.demo;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ledger.api.demo.SampleCity.Parcel;
import ledger.domain.volunteer.ResidentIdNumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The sample city tells the story it promises, read back from the very files that are sent. */
class SampleCityTest {

    private static final LocalDate YEAR_FROM = LocalDate.of(2025, 3, 1);
    private static final LocalDate YEAR_TO = LocalDate.of(2026, 2, 28);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-M-d");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A row read back: who, for whom, and when in whole minutes. */
    private record Row(
            Parcel parcel, String volunteer, String document, String organization, String source,
            LocalDateTime from, LocalDateTime to, LocalDateTime endedAt, int minutes) {
        LocalDate day() {
            return from.toLocalDate();
        }
    }

    @Test
    void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
        SampleCity city = SampleCity.from(2026);
        SampleCity same = SampleCity.from(2026);
        SampleCity other = SampleCity.from(2027);

        assertThat(bytes(same)).isEqualTo(bytes(city)).isNotEqualTo(bytes(other));
        assertThat(same.volunteersCsv()).isEqualTo(city.volunteersCsv()).isNotEqualTo(other.volunteersCsv());
        assertThat(same.organizationsCsv()).isEqualTo(city.organizationsCsv());
        assertThat(same.expectedJson()).isEqualTo(city.expectedJson());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void nobodyIsInTwoPlacesAtOnceOrServesOverEightHoursADay(long seed) {
        Map<String, List<Row>> byVolunteer = new HashMap<>();
        accepted(SampleCity.from(seed))
                .forEach(row -> byVolunteer.computeIfAbsent(row.volunteer(), number -> new ArrayList<>()).add(row));

        byVolunteer.forEach((volunteer, rows) -> {
            rows.sort(Comparator.comparing(Row::from));
            Map<LocalDate, Integer> days = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                days.merge(rows.get(i).day(), rows.get(i).minutes(), Integer::sum);
                assertThat(rows.get(i).minutes()).as(volunteer).isBetween(30, 240);
                if (i > 0) {
                    assertThat(rows.get(i).from()).as(volunteer).isAfterOrEqualTo(rows.get(i - 1).to());
                }
            }
            assertThat(days.values()).as(volunteer).allMatch(minutes -> minutes <= 480);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void everySessionEndsBeforeItsFileIsSentAndNoSourceRecordComesTwice(long seed) {
        SampleCity city = SampleCity.from(seed);
        Set<String> sources = new HashSet<>();

        List<String[]> troubles = csvRows(troublesFile(city));
        assertThat(troubles).allMatch(cells -> sources.add(cells[16] + "/" + cells[17]));
        sources.remove(troubles.get(5)[16] + "/" + troubles.get(5)[17]);
        assertThat(accepted(city))
                .hasSizeBetween(3_000, 4_300)
                .allMatch(row -> row.endedAt().isBefore(row.parcel().sentOn().atTime(18, 0)))
                .allMatch(row -> sources.add(row.source()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void theCastServedWhatTheStorySays(long seed) {
        SampleCity city = SampleCity.from(seed);
        Map<String, String[]> register = register(city);

        assertThat(sinceRegistration(city, register, "star1")).isEqualTo(6_000);
        Map.of("star2", 18_000, "star3", 36_000, "star4", 60_000, "star5", 90_000).forEach((role, threshold) ->
                assertThat(sinceRegistration(city, register, role)).isBetween(threshold, threshold + 600));
        assertThat(sinceRegistration(city, register, "near-miss")).isEqualTo(5_999);
        assertThat(sinceRegistration(city, register, "before-registration")).isEqualTo(4_200);
        assertThat(minutes(city, "before-registration", row -> true)).isEqualTo(6_600);
        assertThat(inYear(city, "award-won")).isEqualTo(6_720);
        assertThat(inYear(city, "award-won-young")).isEqualTo(3_120);
        assertThat(inYear(city, "award-missed")).isEqualTo(5_970);
        assertThat(ageInYear(city, register, "award-won")).isGreaterThanOrEqualTo(26);
        assertThat(ageInYear(city, register, "award-missed")).isGreaterThanOrEqualTo(26);
        assertThat(ageInYear(city, register, "award-won-young")).isBetween(11, 15);
        assertThat(accepted(city))
                .filteredOn(row -> row.volunteer().equals(city.cast().get("everyday")))
                .hasSizeBetween(4, 15)
                .anyMatch(row -> row.source().startsWith("sample-kiosk"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void expectsExactlyTheMinutesOfTheAcceptedRows(long seed) {
        SampleCity city = SampleCity.from(seed);
        Map<String, Integer> byVolunteer = new TreeMap<>();
        List<Row> rows = accepted(city);
        rows.forEach(row -> byVolunteer.merge(row.volunteer(), row.minutes(), Integer::sum));

        assertThat(city.expectedMinutes()).isEqualTo(byVolunteer);
        JsonNode expected = JSON.readTree(city.expectedJson());
        assertThat(expected.get("timedEntries").asInt()).isEqualTo(rows.size());
        assertThat(expected.get("timedMinutes").asInt()).isEqualTo(rows.stream().mapToInt(Row::minutes).sum());
        assertThat(expected.get("volunteers").asInt()).isEqualTo(register(city).size());
        assertThat(expected.get("organizations").asInt()).isEqualTo(14);
        city.organizationsCsv().lines().skip(1).map(SampleCityTest::cells).forEach(cells ->
                assertThat(expected.get("minutesByOrganization").path(cells[0]).asInt(0)).as(cells[1]).isEqualTo(
                        rows.stream()
                                .filter(row -> Set.of(cells[0], cells[1]).contains(row.organization()))
                                .mapToInt(Row::minutes)
                                .sum()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void everyAcceptedRowCarriesTheDocumentNumberOfTheRegister(long seed) {
        SampleCity city = SampleCity.from(seed);
        Map<String, String[]> register = register(city);

        assertThat(register.values()).allMatch(cells -> ResidentIdNumber.read(cells[3])
                .filter(document -> document.bornOn().equals(LocalDate.parse(cells[4])))
                .isPresent());
        assertThat(register.values().stream().map(cells -> cells[3])).doesNotHaveDuplicates();
        assertThat(accepted(city)).allMatch(
                row -> row.document().isEmpty() || row.document().equals(register.get(row.volunteer())[3]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void troubleRowsAreWhatTheirVerdictsSay(long seed) {
        SampleCity city = SampleCity.from(seed);
        Map<String, String[]> register = register(city);
        Parcel file = troublesFile(city);
        List<String[]> rows = csvRows(file);
        Row overlapping = deskRow(file, rows.get(0));
        List<Row> sentBefore = accepted(city).stream()
                .filter(row -> row.parcel().sentOn().isBefore(file.sentOn())).toList();

        assertThat(city.troubleVerdicts()).hasToString(
                "{2=held, 3=held, 4=refused, 5=refused, 6=refused, 7=duplicate, 8=refused}");
        assertThat(rows).noneMatch(row -> city.cast().containsValue(row[0]));
        assertThat(sentBefore).anyMatch(row -> row.volunteer().equals(overlapping.volunteer())
                && !row.organization().equals(overlapping.organization())
                && row.from().isBefore(overlapping.to()) && overlapping.from().isBefore(row.to()));
        assertThat(deskRow(file, rows.get(1)).minutes()).isEqualTo(540);
        assertThat(ResidentIdNumber.read(rows.get(2)[3])).isEmpty();
        assertThat(rows.get(3)[1]).isNotEqualTo(register.get(rows.get(3)[0])[1]);
        assertThat(rows.get(4)[14]).isEmpty();
        assertThat(city.parcels().subList(0, city.parcels().indexOf(file)))
                .filteredOn(parcel -> parcel.fileName().endsWith(".csv"))
                .anyMatch(parcel -> csvRows(parcel).stream().anyMatch(row -> Arrays.equals(row, rows.get(5))));
        assertThat(city.organizationsCsv()).doesNotContain(rows.get(6)[13]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026, -5})
    void meetsNobodyOfTheRosterFixtures(long seed) throws IOException {
        Optional<String> volunteers = fixture("rosters/volunteers.csv");
        assumeThat(volunteers).isPresent();
        Set<String> known = new HashSet<>();
        volunteers.orElseThrow().lines().map(SampleCityTest::cells).forEach(
                cells -> known.addAll(List.of(cells[0], cells[3])));
        fixture("rosters/organizations.csv").orElse("").lines().skip(1).map(SampleCityTest::cells).forEach(
                cells -> known.addAll(List.of(cells[0], cells[1])));
        SampleCity city = SampleCity.from(seed);

        assertThat(register(city).values()).noneMatch(cells -> known.contains(cells[0]) || known.contains(cells[3]));
        assertThat(city.organizationsCsv().lines().skip(1).map(SampleCityTest::cells))
                .noneMatch(cells -> known.contains(cells[0]) || known.contains(cells[1]));
    }

    private static int sinceRegistration(SampleCity city, Map<String, String[]> register, String role) {
        LocalDate registeredOn = LocalDate.parse(register.get(city.cast().get(role))[6]);
        return minutes(city, role, row -> !row.day().isBefore(registeredOn));
    }

    private static int inYear(SampleCity city, String role) {
        return minutes(city, role, row -> !row.day().isBefore(YEAR_FROM) && !row.day().isAfter(YEAR_TO));
    }

    private static int minutes(SampleCity city, String role, Predicate<Row> counts) {
        String volunteer = city.cast().get(role);
        return accepted(city).stream()
                .filter(row -> row.volunteer().equals(volunteer) && counts.test(row))
                .mapToInt(Row::minutes)
                .sum();
    }

    private static int ageInYear(SampleCity city, Map<String, String[]> register, String role) {
        LocalDate bornOn = LocalDate.parse(register.get(city.cast().get(role))[4]);
        return Period.between(bornOn, YEAR_FROM.plusDays(ChronoUnit.DAYS.between(YEAR_FROM, YEAR_TO) / 2)).getYears();
    }

    private static Map<String, String[]> register(SampleCity city) {
        Map<String, String[]> register = new TreeMap<>();
        city.volunteersCsv().lines().skip(1).map(SampleCityTest::cells).forEach(cells -> register.put(cells[0], cells));
        return register;
    }

    /** Every row of every file but the one of troubles. */
    private static List<Row> accepted(SampleCity city) {
        return city.parcels().stream()
                .filter(parcel -> !parcel.fileName().equals(SampleCity.TROUBLES_FILE))
                .flatMap(parcel -> parcel.fileName().endsWith(".ndjson")
                        ? new String(parcel.content(), StandardCharsets.UTF_8).lines()
                                .map(line -> kioskRow(parcel, line))
                        : csvRows(parcel).stream().map(cells -> deskRow(parcel, cells)))
                .toList();
    }

    private static Parcel troublesFile(SampleCity city) {
        return city.parcels().stream()
                .filter(parcel -> parcel.fileName().equals(SampleCity.TROUBLES_FILE)).findFirst().orElseThrow();
    }

    private static List<String[]> csvRows(Parcel parcel) {
        boolean marked = parcel.content()[0] == (byte) 0xEF;
        return new String(parcel.content(), marked ? StandardCharsets.UTF_8 : Charset.forName("GB18030"))
                .lines().skip(1).map(SampleCityTest::cells).toList();
    }

    private static Row deskRow(Parcel parcel, String[] cells) {
        LocalDate day = LocalDate.parse(cells[5].replace('/', '-'), DAY);
        LocalDateTime from = day.atTime(LocalTime.parse(cells[6]));
        LocalDateTime to = day.atTime(LocalTime.parse(cells[7]));
        int minutes = (int) Duration.between(from, to).toMinutes() - Integer.parseInt(cells[8]);
        if (new BigDecimal(cells[9]).movePointRight(2).intValueExact() != minutes * 100 / 60) {
            throw new AssertionError("hours disagree with the interval: " + cells[17]);
        }
        return new Row(parcel, cells[0], cells[3], cells[13], cells[16] + "/" + cells[17], from, to, to, minutes);
    }

    private static Row kioskRow(Parcel parcel, String line) {
        JsonNode json = JSON.readTree(line);
        LocalDateTime start = OffsetDateTime.parse(json.get("servedFrom").asString()).toLocalDateTime();
        LocalDateTime end = OffsetDateTime.parse(json.get("servedTo").asString()).toLocalDateTime();
        LocalDateTime from = start.plusSeconds((60 - start.getSecond()) % 60);
        LocalDateTime to = end.minusSeconds(end.getSecond());
        return new Row(
                parcel, json.get("volunteerNumber").asString(), "", json.get("organization").asString(),
                json.get("sourceSystem").asString() + "/" + json.get("sourceRecord").asString(),
                from, to, end, (int) Duration.between(from, to).toMinutes());
    }

    private static String[] cells(String line) {
        String separator = line.contains("\"") ? ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)" : ",";
        return Arrays.stream(line.split(separator, -1))
                .map(cell -> cell.replace("\"", ""))
                .toArray(String[]::new);
    }

    private static List<List<Object>> bytes(SampleCity city) {
        return city.parcels().stream()
                .map(parcel -> List.<Object>of(parcel.sentOn(), parcel.fileName(), Arrays.hashCode(parcel.content())))
                .toList();
    }

    private static Optional<String> fixture(String name) throws IOException {
        try (InputStream in = SampleCityTest.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
