package ledger.api.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import ledger.domain.volunteer.ResidentIdNumber;

/** The volunteers of the sample city: the persons of the story, and everybody else. */
final class SamplePeople {

    private static final int VOLUNTEERS = 160;
    private static final String NUMBERS = "3307990008";
    /** A region code that is assigned to no place. */
    private static final String REGION = "330799";
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕";
    private static final String[] WOMEN = """
            秀兰 雨彤 晓燕 佳怡 桂芳 思琪 丽萍 春华 慧敏 梦洁 玉梅 静宜 雪莹 海燕 若溪 金凤 婉清 淑珍 可欣 美玲""".split(" ", -1);
    private static final String[] MEN = """
            建国 志强 浩然 子轩 国庆 宇航 明辉 立新 俊杰 天佑 海波 文斌 永康 少华 振宇 家豪 德顺 一鸣 卫东 泽楷""".split(" ", -1);
    private static final LocalDate FIRST_REGISTRATION = LocalDate.of(2018, 1, 2);
    private static final LocalDate LAST_REGISTRATION = LocalDate.of(2025, 12, 20);
    private static final LocalDate FIRST_MINOR_BORN = LocalDate.of(2008, 4, 1);
    private static final LocalDate LAST_MINOR_BORN = LocalDate.of(2011, 6, 30);

    private final Random random;
    private final Set<String> taken = new HashSet<>();
    private final List<SampleVolunteer> all = new ArrayList<>();
    private final Map<SampleRole, SampleVolunteer> cast = new EnumMap<>(SampleRole.class);

    SamplePeople(Random random) {
        this.random = random;
        for (int i = 1; i <= VOLUNTEERS; i++) {
            String number = "%s%06d".formatted(NUMBERS, i);
            all.add(i % 14 == 3 ? minor(number) : adult(number));
        }
        for (SampleRole role : SampleRole.values()) {
            int place = 6 + 13 * role.ordinal();
            SampleVolunteer person = person(
                    all.get(place).number(), dayIn(role.birthYear()), role.registeredOn());
            all.set(place, person);
            cast.put(role, person);
        }
    }

    List<SampleVolunteer> all() {
        return all;
    }

    /** Everybody without a part in the story. */
    List<SampleVolunteer> others() {
        return all.stream().filter(person -> !cast.containsValue(person)).toList();
    }

    SampleVolunteer in(SampleRole role) {
        return Objects.requireNonNull(cast.get(role));
    }

    Map<SampleRole, SampleVolunteer> cast() {
        return cast;
    }

    /** The register of volunteers as it is loaded. */
    String csv() {
        return all.stream()
                .map(person -> String.join(",", person.number(), person.name(), "居民身份证", person.documentNumber(),
                        person.bornOn().toString(), person.female() ? "女" : "男", person.registeredOn().toString(),
                        person.isMinor() ? "是" : "") + "\n")
                .collect(Collectors.joining("", "志愿者编号,姓名,证件类型,证件号码,出生日期,性别,注册日期,监护人同意\n", ""));
    }

    private SampleVolunteer adult(String number) {
        LocalDate born = dayIn(1948 + random.nextInt(59));
        return person(number, born, between(latest(born.plusYears(18), FIRST_REGISTRATION), LAST_REGISTRATION));
    }

    private SampleVolunteer minor(String number) {
        LocalDate born = between(FIRST_MINOR_BORN, LAST_MINOR_BORN);
        return person(number, born, between(born.plusYears(14), LAST_REGISTRATION));
    }

    private SampleVolunteer person(String number, LocalDate born, LocalDate registered) {
        boolean female = random.nextInt(5) < 3;
        return new SampleVolunteer(number, name(female), documentNumber(born, female), born, female, registered);
    }

    /** No two persons share a name, so that a name on the wrong row is surely wrong. */
    private String name(boolean female) {
        String[] given = female ? WOMEN : MEN;
        String name;
        do {
            name = SURNAMES.charAt(random.nextInt(SURNAMES.length())) + given[random.nextInt(given.length)];
        } while (!taken.add(name));
        return name;
    }

    /** Odd sequence numbers are men's. Of those from 900 on, only the remainders 2 and 3 of seven are used here. */
    private String documentNumber(LocalDate born, boolean female) {
        String digits;
        do {
            int sequence = 905 + 7 * random.nextInt(13);
            sequence += (sequence % 2 == 0) == female ? 0 : 1;
            digits = REGION + born.toString().replace("-", "") + sequence;
        } while (!taken.add(digits));
        return digits + ResidentIdNumber.checkCharacter(digits);
    }

    private LocalDate dayIn(int year) {
        return between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private LocalDate between(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, to) + 1));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
