package ledger.api.door;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ledger.api.door.SmallTown.Who;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is let in at which door, written down by hand and read by {@link AccessTest}. */
final class AccessTable {

    /**
     * The status that each caller gets, in the order of {@link Who}. Every request is a good one about the first
     * volunteer and the first station: 422 means let in, but a rule of the entry, level or
     * organization refuses.
     */
    private static final String TABLE = """
            door                                                                 rec cer man els vol oth aud aut ope no
            GET /api/v1/openapi.yaml                                             200 200 200 200 200 200 200 200 200 401
            GET /api/v1/position                                                 200 200 200 200 200 200 200 200 200 401
            GET /api/v1/organizations                                            200 200 200 200 200 200 200 200 200 401
            GET /api/v1/organizations/{code}                                     200 200 200 200 200 200 200 200 200 401
            POST /api/v1/organizations                                           403 403 403 403 403 403 403 200 200 401
            POST /api/v1/organizations file                                      403 403 403 403 403 403 403 200 200 401
            POST /api/v1/organizations/{code}/suspension                         403 403 403 403 403 403 403 200 200 401
            POST /api/v1/organizations/{code}/reinstatement                      403 403 403 403 403 403 403 200 200 401
            POST /api/v1/organizations/{code}/warning                            403 403 403 403 403 403 403 200 200 401
            POST /api/v1/organizations/{code}/dissolution                        403 403 403 403 403 403 403 200 200 401
            POST /api/v1/organizations/{code}/affiliation                        403 403 403 403 403 403 403 200 200 401
            GET /api/v1/organizations/{code}/annual-report                       200 200 200 404 403 403 200 200 200 401
            GET /api/v1/organizations/{code}/difference                          200 200 200 404 403 403 200 200 200 401
            GET /api/v1/organizations/{code}/officers                            200 200 200 404 403 403 200 200 200 401
            POST /api/v1/organizations/{code}/officers                           403 403 200 404 403 403 403 200 200 401
            POST /api/v1/organizations/{code}/officers/dismissal                 403 403 422 404 403 403 403 422 422 401
            GET /api/v1/organizations/{code}/activities                          200 200 200 200 200 200 200 200 200 401
            POST /api/v1/organizations/{code}/activities                         200 403 200 404 403 403 403 200 200 401
            POST /api/v1/organizations/{code}/activities/{activity}/cancellation 422 403 422 404 403 403 403 422 422 401
            POST /api/v1/organizations/{code}/activities/{activity}/closing      422 403 422 404 403 403 403 422 422 401
            GET /api/v1/stations                                                 200 200 200 200 200 200 200 200 200 401
            POST /api/v1/stations                                                403 403 403 403 403 403 403 201 200 401
            POST /api/v1/stations file                                           403 403 403 403 403 403 403 200 200 401
            POST /api/v1/stations/{code}/closing                                 403 403 403 403 403 403 403 422 422 401
            GET /api/v1/grids                                                    200 200 200 200 200 200 200 200 200 401
            POST /api/v1/grids                                                   403 403 403 403 403 403 403 201 200 401
            POST /api/v1/grids file                                              403 403 403 403 403 403 403 200 200 401
            POST /api/v1/grids/{code}/merger                                     403 403 403 403 403 403 403 422 422 401
            POST /api/v1/consents file                                           200 403 200 200 403 403 403 200 200 401
            POST /api/v1/qualifications file                                     200 403 200 200 403 403 403 200 200 401
            GET /api/v1/volunteers/{number}/consents                             200 200 200 404 200 404 200 200 200 401
            POST /api/v1/volunteers/{number}/consents                            201 403 200 200 200 422 403 200 200 401
            POST /api/v1/volunteers/{number}/consents/{id}/withdrawal            404 403 404 404 404 404 403 404 404 401
            GET /api/v1/volunteers/{number}/qualifications                       200 200 200 404 200 404 200 200 200 401
            POST /api/v1/volunteers/{number}/qualifications                      201 403 200 200 403 403 403 200 200 401
            POST /api/v1/volunteers/{number}/qualifications/{id}/withdrawal      404 403 404 404 403 403 403 404 404 401
            POST /api/v1/volunteers/{number}/freeze                              403 403 403 403 403 403 403 200 200 401
            POST /api/v1/volunteers/{number}/unfreeze                            403 403 403 403 403 403 403 200 200 401
            POST /api/v1/volunteers/{number}/withdrawal                          403 403 403 403 403 403 403 200 200 401
            POST /api/v1/volunteers                                              200 403 200 200 403 403 403 200 200 401
            POST /api/v1/volunteers file                                         200 403 200 200 403 403 403 200 200 401
            GET /api/v1/volunteers/{number}                                      200 200 200 404 200 404 200 200 200 401
            POST /api/v1/volunteers/{number}/merge                               403 403 403 403 403 403 403 422 422 401
            POST /api/v1/volunteers/{number}/unmerge                             403 403 403 403 403 403 403 422 422 401
            GET /api/v1/volunteers/{number}/merges                               403 403 403 403 200 404 200 200 200 401
            GET /api/v1/volunteers/{number}/transfers                            200 200 200 404 200 404 200 200 200 401
            GET /api/v1/volunteers/{number}/hours                                200 200 200 404 200 404 200 200 200 401
            GET /api/v1/volunteers/{number}/entries                              200 200 200 404 200 404 200 200 200 401
            GET /api/v1/volunteers/{number}/lines                                200 200 200 404 200 404 200 200 200 401
            GET /api/v1/volunteers/{number}/difference                           200 200 200 404 200 404 200 200 200 401
            GET /api/v1/volunteers/{number}/recognition                          404 404 404 404 200 404 200 200 200 401
            POST /api/v1/volunteers/{number}/recognitions                        403 403 403 403 403 403 403 422 403 401
            POST /api/v1/volunteers/{number}/nominations                         403 403 422 404 403 403 403 422 403 401
            GET /api/v1/organizations/{code}/recognition                         200 200 200 404 404 404 200 200 200 401
            POST /api/v1/organizations/{code}/nominations                        403 403 404 404 403 403 403 422 403 401
            POST /api/v1/organizations/{code}/recognitions                       403 403 403 403 403 403 403 422 403 401
            GET /api/v1/recognitions                                             403 403 403 403 403 403 200 200 200 401
            POST /api/v1/recognitions/{id}/confirmation                          403 403 403 403 403 403 403 422 403 401
            POST /api/v1/recognitions/{id}/withdrawal                            403 403 403 403 403 403 403 422 403 401
            POST /api/v1/recognitions/{id}/decline                               403 403 403 403 403 403 403 422 403 401
            GET /api/v1/notices                                                  200 200 200 200 200 200 200 200 200 200
            GET /api/v1/notices/objections                                       200 200 200 200 200 200 200 200 200 401
            POST /api/v1/notices/{id}/objections                                 422 422 422 422 422 422 403 422 403 401
            POST /api/v1/notices/{id}/objections/{objection}/answer              403 403 422 422 403 403 403 422 403 401
            POST /api/v1/notices/{id}/objections/{objection}/upheld              403 403 403 403 403 403 403 422 403 401
            POST /api/v1/notices/{id}/objections/{objection}/dismissed           403 403 403 403 403 403 403 422 403 401
            POST /api/v1/volunteers/{number}/false-hours                         403 403 200 404 403 403 403 200 403 401
            POST /api/v1/organizations/{code}/false-hours                        403 403 403 403 403 403 403 400 403 401
            GET /api/v1/false-hours                                              403 403 403 403 403 403 200 200 200 401
            POST /api/v1/false-hours/{id}/finding                                403 403 403 403 403 403 403 422 403 401
            POST /api/v1/false-hours/{id}/dismissal                              403 403 403 403 403 403 403 422 403 401
            GET /api/v1/volunteers/{number}/honours                              200 200 200 404 200 404 200 200 200 401
            POST /api/v1/volunteers/{number}/honours                             200 200 200 404 403 403 403 200 403 401
            POST /api/v1/honours/{id}/revocation                                 403 403 422 422 403 403 403 422 403 401
            POST /api/v1/volunteers/{number}/complaints                          200 200 200 404 403 403 403 200 403 401
            POST /api/v1/organizations/{code}/complaints                         200 200 200 200 200 200 403 200 403 401
            GET /api/v1/complaints                                               200 200 200 200 200 200 200 200 200 401
            POST /api/v1/complaints/{id}/answer                                  403 403 422 422 422 422 403 422 403 401
            POST /api/v1/complaints/{id}/closing                                 403 403 403 403 403 403 403 422 403 401
            GET /api/v1/volunteers/{number}/statements                           200 200 200 404 200 404 200 200 200 401
            POST /api/v1/volunteers/{number}/statements                          403 201 201 404 201 404 403 201 403 401
            GET /api/v1/statements/{number}                                      200 200 200 404 200 404 200 200 200 401
            POST /api/v1/sessions                                                201 201 201 422 403 403 403 201 201 401
            POST /api/v1/rosters                                                 200 200 200 200 403 403 403 200 200 401
            GET /api/v1/rosters                                                  200 200 200 200 403 403 200 200 200 401
            GET /api/v1/rosters/template.xlsx                                    200 200 200 200 200 200 200 200 200 401
            GET /api/v1/rosters/honour-template.xlsx                             200 200 200 200 200 200 200 200 200 401
            GET /api/v1/rosters/{id}                                             200 200 200 404 404 404 200 200 200 401
            GET /api/v1/rosters/{id}/report                                      200 200 200 404 404 404 200 200 200 401
            POST /api/v1/rosters/{id}/reversal                                   202 202 202 404 403 403 403 202 422 401
            GET /api/v1/jobs                                                     200 200 200 200 403 403 200 200 200 401
            GET /api/v1/jobs/{id}                                                200 200 200 404 404 404 200 200 200 401
            GET /api/v1/jobs/{id}/report                                         200 200 200 404 404 404 200 200 200 401
            DELETE /api/v1/jobs/{id}                                             200 200 200 404 404 404 403 200 200 401
            GET /api/v1/entries/{id}                                             200 200 200 404 200 404 200 200 200 401
            GET /api/v1/entries/{id}/history                                     200 200 200 404 200 404 200 200 200 401
            POST /api/v1/entries/{id}/approval                                   200 200 200 404 403 403 403 200 403 401
            POST /api/v1/entries/{id}/decline                                    422 422 422 404 403 403 403 422 403 401
            POST /api/v1/entries/{id}/revocation                                 200 200 200 404 403 403 403 200 403 401
            POST /api/v1/entries/{id}/reinstatement                              422 422 422 404 403 403 403 422 403 401
            POST /api/v1/entries/{id}/correction                                 200 200 200 404 403 403 403 200 403 401
            POST /api/v1/entries/{id}/transfer                                   200 200 200 404 403 403 403 200 403 401
            POST /api/v1/entries/{id}/transfer/consent                           403 403 403 403 422 404 403 403 403 401
            POST /api/v1/entries/{id}/transfer/refusal                           403 403 403 403 422 404 403 403 403 401
            POST /api/v1/entries/{id}/transfer/acceptance                        200 200 200 404 403 403 403 422 403 401
            POST /api/v1/entries/{id}/transfer/end                               422 422 422 404 403 403 403 422 403 401
            GET /api/v1/transfers                                                200 200 200 200 403 403 200 200 200 401
            POST /api/v1/entries/{id}/rating                                     200 200 200 404 403 403 403 200 403 401
            POST /api/v1/entries/{id}/training                                   422 422 422 404 403 403 403 422 403 401
            POST /api/v1/entries/{id}/objection                                  403 403 403 403 200 404 403 403 403 401
            POST /api/v1/entries/{id}/objection/upheld                           422 422 422 404 403 403 403 422 403 401
            POST /api/v1/entries/{id}/objection/dismissed                        422 422 422 404 403 403 403 422 403 401
            POST /api/v1/entries/{id}/resolution                                 200 200 200 404 403 403 403 200 403 401
            POST /api/v1/entries/{id}/error-report                               403 403 403 403 422 404 403 403 403 401
            POST /api/v1/entries/{id}/error-report/dismissed                     422 422 422 404 403 403 403 422 403 401
            POST /api/v1/entries/{id}/preview                                    200 200 200 404 403 403 403 200 403 401
            GET /api/v1/held                                                     200 200 200 200 403 403 200 200 200 401
            POST /api/v1/held/decisions                                          200 200 200 200 403 403 403 200 403 401
            GET /api/v1/objections                                               200 200 200 200 403 403 200 200 200 401
            POST /api/v1/objections/decisions                                    200 200 200 200 403 403 403 200 403 401
            GET /api/v1/schemes                                                  200 200 200 200 200 200 200 200 200 401
            POST /api/v1/schemes                                                 403 403 403 403 403 403 403 403 422 401
            GET /api/v1/schemes/shelf                                            403 403 403 403 403 403 200 200 200 401
            POST /api/v1/schemes/{scheme}/{version}/signature                    403 403 403 403 403 403 403 403 200 401
            GET /api/v1/schemes/{scheme}/reached                                 403 403 403 403 403 403 200 200 200 401
            POST /api/v1/simulations                                             403 403 403 403 403 403 202 202 202 401
            GET /api/v1/simulations/{id}/changes                                 403 403 403 403 403 403 404 404 404 401
            POST /api/v1/simulations/{id}/signature                              403 403 403 403 403 403 403 404 404 401
            GET /api/v1/totals                                                   403 403 403 403 403 403 200 200 200 401
            POST /api/v1/rounds                                                  403 403 403 403 403 403 403 403 200 401
            POST /api/v1/replays                                                 403 403 403 403 403 403 200 200 200 401
            GET /api/v1/samples                                                  403 403 403 403 403 403 200 200 200 401
            GET /api/v1/figures                                                  200 200 200 200 403 403 200 200 200 401
            GET /api/v1/figures/ranking                                          200 200 200 200 403 403 200 200 200 401
            GET /api/v1/figures/coverage                                         200 200 200 200 403 403 200 200 200 401
            GET /api/v1/figures/entries                                          200 200 200 200 403 403 200 200 200 401
            GET /api/v1/inactive-organizations                                   403 403 403 403 403 403 200 200 200 401
            GET /api/v1/sealed-archive                                           403 403 403 403 403 403 200 200 200 401
            GET /api/v1/signals                                                  403 403 403 403 403 403 200 200 200 401
            GET /api/v1/histories                                                403 403 403 403 403 403 200 200 200 401
            GET /api/v1/causes                                                   403 403 403 403 403 403 200 200 200 401
            GET /api/v1/effects                                                  403 403 403 403 403 403 200 200 200 401
            GET /api/v1/archive                                                  403 403 403 403 403 403 403 403 200 401
            POST /api/v1/rebuilds                                                403 403 403 403 403 403 403 403 200 401
            GET /api/v1/dead-letters                                             403 403 403 403 403 403 200 403 200 401
            POST /api/v1/dead-letters/retry                                      403 403 403 403 403 403 403 403 200 401
            POST /api/v1/tokens                                                  403 403 403 403 403 403 403 403 201 401
            GET /api/v1/tokens                                                   403 403 403 403 403 403 403 403 200 401
            DELETE /api/v1/tokens/{id}                                           403 403 403 403 403 403 403 403 204 401
            """;

    private AccessTable() {}

    /** The statuses of each door, in the order of {@link Who}; every line has one for each of them. */
    static Map<String, List<Integer>> read() {
        Map<String, List<Integer>> table = new LinkedHashMap<>();
        TABLE.lines().skip(1).forEach(line -> {
            List<Integer> statuses = Arrays.stream(line.substring(69).split(" ")).map(Integer::valueOf).toList();
            assertThat(statuses).as(line).hasSize(Who.values().length);
            table.put(line.substring(0, 69).strip(), statuses);
        });
        return table;
    }
}
