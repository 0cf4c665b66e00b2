package ledger.api.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import ledger.api.access.Actor;
import ledger.api.intake.Column;
import ledger.api.intake.SessionIntake;
import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.domain.Refusal;
import ledger.domain.account.EvidenceGrade;

/** Where a clerk types one session after the other, without a mouse. */
@Controller
class SessionPage {

    /** Kinds of service in common use; a clerk may write any other. */
    private static final List<String> CATEGORIES = List.of(
            "社区服务", "扶贫减贫", "支教助学", "卫生健康", "法律服务", "环境保护", "科技科普", "文化艺术", "平安综治", "文明风尚",
            "交通引导", "志愿消防", "应急救援", "禁毒宣传", "体育健身", "旅游服务", "关爱特殊群体", "大型活动", "海外志愿服务",
            "税收服务", "疫情防控", "其他");

    /** What a clerk at a desk can know of how the time was taken. */
    private static final List<EvidenceGrade> GRADES = List.of(
            EvidenceGrade.ORG_ENTERED, EvidenceGrade.STAFF_SCANNED, EvidenceGrade.CODE, EvidenceGrade.HISTORICAL);

    private final SessionIntake sessions;
    private final OwnOrganizations organizations;
    private final Wording wording;

    SessionPage(SessionIntake sessions, OwnOrganizations organizations, Wording wording) {
        this.sessions = sessions;
        this.organizations = organizations;
        this.wording = wording;
    }

    /**
     * What is wrong with what was typed.
     *
     * @param field the field to mend, by the wire name of its column; empty when it is none of them
     */
    public record Problem(String field, Texts.Text text) {}

    @GetMapping("/desk/session")
    String form(@AuthenticationPrincipal Actor actor, Model model) {
        DeskPage.requireSubmitter(actor);
        return page(TypedSession.of(Map.of()), newKey(), false, actor, model);
    }

    /** @param key made with the form, so that sending it twice records one session */
    @PostMapping("/desk/session")
    String take(
            @RequestParam Map<String, String> form,
            @RequestParam String key,
            @RequestParam(defaultValue = "false") boolean keepTimes,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        DeskPage.requireSubmitter(actor);
        TypedSession typed = TypedSession.of(form);
        String system = "desk:" + actor.organization().orElse(actor.role().wire());
        Verdict verdict = sessions.take(
                        List.of(typed.row()), new SessionIntake.Origin(actor, null, system, key))
                .getFirst();
        if (verdict.refusal() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", problem(verdict.refusal()));
            return page(typed, key, keepTimes, actor, model);
        }
        model.addAttribute("done", RowFate.of(verdict, wording));
        model.addAttribute("doneFor", typed);
        return page(typed.next(keepTimes), newKey(), keepTimes, actor, model);
    }

    private Problem problem(Refusal refusal) {
        Column column = Column.named(refusal.field()).orElse(null);
        return new Problem(column == null ? "" : shown(column), wording.of(refusal));
    }

    /** A refusal speaks of moments where the form has clock times. */
    private static String shown(Column column) {
        return switch (column) {
            case SERVED_FROM -> Column.START.wire();
            case SERVED_TO -> Column.END.wire();
            default -> TypedSession.FIELDS.contains(column) ? column.wire() : "";
        };
    }

    private String page(TypedSession typed, String key, boolean keepTimes, Actor actor, Model model) {
        List<OwnOrganizations.Choice> choices = organizations.of(actor);
        model.addAttribute("typed", typed);
        model.addAttribute("key", key);
        model.addAttribute("keepTimes", keepTimes);
        model.addAttribute("organizations", choices);
        model.addAttribute("chosen", chosen(typed.text(Column.ORGANIZATION.wire()), choices));
        model.addAttribute("categories", CATEGORIES);
        model.addAttribute("grades", GRADES);
        return "session";
    }

    private static @Nullable String chosen(String typed, List<OwnOrganizations.Choice> choices) {
        return typed.isEmpty() && !choices.isEmpty() ? choices.getFirst().code() : typed;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
