package ledger.domain.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ledger.domain.account.HourAccountCommand.KeepAsTraining;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountEvent.HeldServiceKeptAsTraining;
import ledger.domain.account.HourAccountEvent.ServiceRevoked;
import ledger.domain.account.HourAccountEvent.TrainingRecorded;

import static ledger.domain.account.HoldReason.*;
import static ledger.domain.account.Judging.*;
import static ledger.domain.account.Sample.*;

/** What is no service waits for a person, and learning is kept apart (R8). */
class KindOfServiceTest {

    private static final Judging DEFAULT_CN = by(DEFAULT);
    private static final Judging FILM = DEFAULT_CN.of("集体观影", "社区服务", "观看电影");
    private static final Judging COURSE = DEFAULT_CN.of("上岗前学习", "志愿者培训", "学习急救");
    private static final Judging LOOKS_LIKE_COURSE = DEFAULT_CN.of("急救", "社区服务", "参加培训并值班");
    private static final Hold NO_SERVICE = Hold.of(KIND_NOT_SERVICE).with("word", "观影");
    private static final Hold MAYBE_TRAINING = Hold.of(LOOKS_LIKE_TRAINING).with("word", "参加培训");

    @ParameterizedTest
    @ValueSource(strings = {"集体观影", "看电影", "观看电影《长征》", "暑期实习", "每周例会", "集 体 观　影"})
    void r8_holdsWhatLooksLikeNoService(String name) {
        Judging judging = DEFAULT_CN.of(name, "社区服务", "参加");
        var command = judging.record("a", MORNING);
        var held = (HourAccountEvent.ServiceHeld) ((ledger.domain.Decision.Accepted<HourAccountEvent>)
                        new HourAccount().decide(command, ledger.domain.rulebook.Rulebooks.shipped()))
                .facts().getFirst();
        org.assertj.core.api.Assertions.assertThat(held.reasons()).extracting(Hold::reason)
                .containsExactly(KIND_NOT_SERVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "普法讲座", "急救知识讲座", "参观影视城讲解", "观影秩序维护", "无障碍观影讲述", "贯彻落实习近平总书记重要讲话精神宣讲",
        "实习生招聘会引导", "医疗案例会诊协助", "惯例会场引导", "智能手机培训"
    })
    void r8_recordsWhatOnlySoundsLikeIt(String name) {
        Judging judging = DEFAULT_CN.of(name, "社区服务", "服务");
        given().when(judging.record("a", MORNING)).then(judging.recorded("a", MORNING));
    }

    @Test
    void r8_namesTheWordAndTheParentDecides() {
        given().when(FILM.record("a", MORNING)).then(FILM.held("a", MORNING, NO_SERVICE));
        given(FILM.held("a", MORNING, NO_SERVICE)).when(FILM.approval(RECORDER))
                .thenRefused(HourAccountRefusal.KIND_NOT_SERVICE, "activityName");
        given(FILM.held("a", MORNING, NO_SERVICE)).when(FILM.approval(PARENT)).then(FILM.approved(PARENT));
    }

    @Test
    void r8_anotherRulebookMayKnowNoSuchWords() {
        Judging law = by("law-only/2021-1").of("集体观影", "社区服务", "观看电影");
        given().when(law.record("a", MORNING)).then(law.recorded("a", MORNING));
    }

    @Test
    void r8_keepsLearningApartFromService() {
        given().when(COURSE.record("a", MORNING)).then(learned());
        given(learned()).when(COURSE.record("a", MORNING)).thenAlreadySo(Sample.entry("a"));
        given(learned()).when(DEFAULT_CN.record("b", MORNING)).then(DEFAULT_CN.recorded("b", MORNING));
    }

    @Test
    void r8_learningDoesNotFillTheDay() {
        var long8 = saturday("11:00", "19:00");
        given(learned()).when(DEFAULT_CN.record("b", long8)).then(DEFAULT_CN.recorded("b", long8));
    }

    @Test
    void r8_wordsOfLearningMakeSomebodyLook() {
        given().when(LOOKS_LIKE_COURSE.record("a", MORNING))
                .then(LOOKS_LIKE_COURSE.held("a", MORNING, MAYBE_TRAINING));
    }

    @Test
    void r8_whoLooksApprovesItAsServiceOrKeepsItAsTraining() {
        var held = LOOKS_LIKE_COURSE.held("a", MORNING, MAYBE_TRAINING);
        given(held).when(LOOKS_LIKE_COURSE.approval(RECORDER)).then(LOOKS_LIKE_COURSE.approved(RECORDER));
        given(held).when(keep(RECORDER)).then(kept());
        given(held, kept()).when(keep(RECORDER)).thenAlreadySo(Sample.entry("a"));
        given(held).when(keep(STRANGER)).thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(DEFAULT_CN.recorded("a", MORNING)).when(keep(RECORDER))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_HELD, "entry");
    }

    @Test
    void r8_aCorrectionDoesNotTurnServiceIntoLearningOrIntoAFilm() {
        given(DEFAULT_CN.recorded("a", MORNING)).when(correction(COURSE))
                .thenRefused(HourAccountRefusal.TRAINING_IS_NOT_SERVICE, "category");
        given(DEFAULT_CN.recorded("a", MORNING)).when(correction(FILM))
                .thenRefused(HourAccountRefusal.KIND_NOT_SERVICE, "activityName");
    }

    @Test
    void r8_learningRecordedByMistakeIsRevoked() {
        given(learned()).when(new RevokeService(ACCOUNT, Sample.entry("a"), RECORDER, "mistake", NOTE, RECORDED_ON))
                .then(new ServiceRevoked(
                        ACCOUNT, Sample.entry("a"), 120, RECORDER, "mistake", NOTE, RECORDED_ON));
    }

    private static HourAccountCommand correction(Judging to) {
        return new HourAccountCommand.CorrectService(
                ACCOUNT, Sample.entry("a"), to.activity(), MORNING, RECORDER, "kind", NOTE,
                factsOn(RECORDED_ON, DEFAULT, Circumstances.UNKNOWN));
    }

    private static TrainingRecorded learned() {
        return new TrainingRecorded(ACCOUNT, Sample.entry("a"), COURSE.entry("a", MORNING, null));
    }

    private static KeepAsTraining keep(Officer officer) {
        return new KeepAsTraining(ACCOUNT, Sample.entry("a"), officer, NOTE, RECORDED_ON);
    }

    private static HeldServiceKeptAsTraining kept() {
        return new HeldServiceKeptAsTraining(ACCOUNT, Sample.entry("a"), 120, RECORDER, NOTE, RECORDED_ON);
    }
}
