package ledger.api.door;

import ledger.api.door.Doors.Door;

/** A good request to each door that takes one. */
final class GoodRequests {

    private GoodRequests() {}

    static String to(Door door, SmallTown town) {
        return switch (door.toString().substring("POST /api/v1".length())) {
            case "/rosters" -> SmallTown.roster();
            case "/organizations file" -> SmallTown.ORGANIZATIONS;
            case "/volunteers file" -> SmallTown.VOLUNTEERS;
            case "/sessions" -> town.session(SmallTown.FIRST, SmallTown.STATION);
            case "/consents file" -> """
                    志愿者编号,姓名,同意事项,同意人,监护人姓名,有效期起,证明材料
                    3307990007000001,陈梅桐,信息公开,本人,,2026-01-01,同意书1号
                    """;
            case "/qualifications file" -> """
                    志愿者编号,姓名,资格类型,资格代码,有效期起,有效期止,证明材料
                    3307990007000001,陈梅桐,培训,first-aid,2026-01-01,2027-12-31,培训记录1号
                    """;
            case "/grids file" -> "网格编码,网格名称\nG-1,第一网格\n";
            case "/stations file" -> "站点编码,站点名称,场所类型,网格编码,运营组织\nS-1,青禾站点,社区,,ST-A\n";
            case "/grids" -> "{\"gridCode\": \"G-2\", \"gridName\": \"第二网格\"}";
            case "/stations" -> """
                    {"stationCode": "S-2", "stationName": "站前岗", "venueType": "transport", "runBy": "ST-A"}""";
            case "/grids/{code}/merger" -> "{\"into\": \"G-1\"}";
            case "/volunteers/{number}/consents" -> """
                    {"name": "陈梅桐", "consentKind": "disclosure", "validFrom": "2025-01-01",
                     "heldEvidence": "同意书2号"}""";
            case "/volunteers/{number}/qualifications" -> """
                    {"name": "陈梅桐", "qualificationKind": "training", "qualificationCode": "first-aid",
                     "validFrom": "2025-01-01", "heldEvidence": "培训记录2号"}""";
            case "/organizations/{code}/dissolution" ->
                "{\"successor\": \"ST-A\", \"reasonCode\": \"merged\"}";
            case "/organizations/{code}/affiliation" -> "{\"parent\": \"AUTH\"}";
            case "/organizations/{code}/officers" -> "{\"name\": \"王芳\", \"role\": \"certifier\"}";
            case "/organizations/{code}/officers/dismissal" ->
                "{\"officer\": \"contact-nobody\", \"role\": \"certifier\"}";
            case "/organizations/{code}/activities" -> """
                    {"activityCode": "A-1", "activityName": "义诊", "from": "2026-03-14", "plannedMinutes": 180}""";
            case "/organizations" ->
                "{\"code\": \"ST-A\", \"organizationName\": \"青禾站\", \"kind\": \"station\", \"parent\": \"AUTH\"}";
            case "/volunteers" -> """
                    {"volunteerNumber": "3307990007000001", "name": "陈梅桐", "documentType": "居民身份证",
                     "documentNumber": "330799197901200148", "registeredOn": "2018-10-24"}""";
            case "/schemes" -> "{\"text\": \"id: half-written\", \"signedBy\": \"王芳\"}";
            case "/simulations" -> "{\"edition\": \"cn-fj-star/2013\", \"against\": \"cn-cyl-star/2013-11\"}";
            case "/schemes/{scheme}/{version}/signature", "/simulations/{id}/signature" -> "{\"signedBy\": \"王芳\"}";
            case "/volunteers/{number}/recognitions", "/volunteers/{number}/nominations",
                    "/organizations/{code}/recognitions", "/organizations/{code}/nominations" ->
                "{\"scheme\": \"cn-cyl-star\", \"level\": \"star1\"}";
            case "/volunteers/{number}/false-hours", "/organizations/{code}/false-hours" ->
                "{\"entries\": [\"%s\"], \"reasonCode\": \"never-served\"}".formatted(town.entry);
            case "/volunteers/{number}/merge" ->
                "{\"into\": \"3307990007000001\", \"reasonCode\": \"same-person\", \"reason\": \"核对\"}";
            case "/entries/{id}/transfer" -> "{\"to\": \"ST-B\", \"reasonCode\": \"moved\", \"reason\": \"核对\"}";
            case "/entries/{id}/rating" -> "{\"scale\": 5, \"rating\": 4, \"by\": \"RECIPIENT\"}";
            case "/entries/{id}/preview" -> "{\"decision\": \"revocation\"}";
            case "/held/decisions" -> """
                    {"decisions": [{"entry": "%s", "decision": "decline", "reason": "核对"}]}""".formatted(town.entry);
            case "/objections/decisions" -> """
                    {"decisions": [{"entry": "%s", "decision": "dismiss", "reason": "核对"}]}""".formatted(town.entry);
            case "/volunteers/{number}/honours" -> """
                    {"origin": "OWN", "name": "优秀志愿者", "awardedOn": "2025-12-05"}""";
            case "/complaints/{id}/closing" -> "{\"justified\": false, \"reason\": \"核对\"}";
            case "/rebuilds", "/dead-letters/retry" -> "{\"room\": \"organization\"}";
            case "/replays" -> "{\"scope\": \"volunteer:3307990007000001\", \"compare\": true}";
            case "/tokens" -> "{\"role\": \"auditor\"}";
            case "/volunteers/{number}/statements", "/rounds" -> "{}";
            case "/organizations/{code}/activities/{activity}/cancellation", "/stations/{code}/closing",
                    "/organizations/{code}/suspension" ->
                "{\"reasonCode\": \"checked\"}";
            case "/volunteers/{number}/consents/{id}/withdrawal", "/volunteers/{number}/qualifications/{id}/withdrawal",
                    "/rosters/{id}/reversal", "/entries/{id}/transfer/refusal", "/entries/{id}/transfer/end",
                    "/volunteers/{number}/unfreeze", "/recognitions/{id}/confirmation", "/recognitions/{id}/decline",
                    "/false-hours/{id}/finding", "/false-hours/{id}/dismissal", "/notices/{id}/objections",
                    "/complaints/{id}/answer", "/volunteers/{number}/complaints", "/organizations/{code}/complaints",
                    "/notices/{id}/objections/{objection}/answer", "/notices/{id}/objections/{objection}/upheld",
                    "/notices/{id}/objections/{objection}/dismissed" ->
                "{\"reason\": \"核对\"}";
            default -> "{\"reasonCode\": \"checked\", \"reason\": \"核对\"}";
        };
    }
}
