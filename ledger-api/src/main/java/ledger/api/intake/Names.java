package ledger.api.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ledger.domain.organization.OfficerRole;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.place.VenueType;
import ledger.domain.volunteer.ConsentGiver;
import ledger.domain.volunteer.ConsentKind;
import ledger.domain.volunteer.ConsentScope.Reach;
import ledger.domain.volunteer.QualificationKind;

/** The words that registers use for kinds of things, in Chinese and English. */
public final class Names {

    private static final Set<String> YES =
            Set.of("是", "同意", "已同意", "有", "yes", "y", "true", "1", "√");

    private static final Map<Enum<?>, List<String>> CHINESE = new HashMap<>();

    static {
        name(OrganizationKind.VOLUNTEER_ORGANIZATION, "志愿服务组织", "志愿组织");
        name(OrganizationKind.TEAM, "服务队", "志愿服务队", "志愿队");
        name(OrganizationKind.STATION, "站点", "志愿服务站", "服务站");
        name(OrganizationKind.COMMUNITY, "社区", "居委会", "村委会");
        name(OrganizationKind.AUTHORITY, "主管部门");
        name(OfficerRole.RECORDER, "记录员");
        name(OfficerRole.CERTIFIER, "审核员");
        name(OfficerRole.MANAGER, "管理员");
        name(VenueType.COMMUNITY, "社区");
        name(VenueType.VILLAGE, "村");
        name(VenueType.SCHOOL, "学校");
        name(VenueType.HOSPITAL, "医院");
        name(VenueType.SERVICE_HALL, "服务窗口");
        name(VenueType.TRANSPORT, "交通场站");
        name(VenueType.CULTURE, "文化场馆");
        name(VenueType.SCENIC_SPOT, "景区");
        name(VenueType.OUTDOOR, "户外驿站");
        name(VenueType.OTHER, "其他");
        name(QualificationKind.CREDENTIAL, "资格证书", "证书");
        name(QualificationKind.TRAINING, "培训");
        name(QualificationKind.INSURANCE, "保险");
        name(ConsentKind.GUARDIAN, "监护人同意", "参加服务");
        name(ConsentKind.DATA_ENTRY, "信息录入");
        name(ConsentKind.DISCLOSURE, "信息公开");
        name(ConsentKind.TRANSFER, "记录转移");
        name(Reach.EVERYTHING, "全部");
        name(Reach.ORGANIZATION, "组织");
        name(Reach.CATEGORY, "类别", "服务类别");
        name(ConsentGiver.VOLUNTEER, "本人");
        name(ConsentGiver.GUARDIAN, "监护人");
    }

    private Names() {}

    private static void name(Enum<?> constant, String... names) {
        CHINESE.put(constant, List.of(names));
    }

    /** The one that is called so; in English in any case, with - or _ or a blank. */
    public static <E extends Enum<E>> Optional<E> of(Class<E> kind, String text) {
        String plain = Cells.plain(text);
        String english = plain.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(english) || CHINESE.getOrDefault(one, List.of()).contains(plain))
                .findFirst();
    }

    /** Whether a cell says yes; anything else, a name for instance, is none. */
    static boolean isYes(String text) {
        return YES.contains(Cells.plain(text).toLowerCase(Locale.ROOT));
    }
}
