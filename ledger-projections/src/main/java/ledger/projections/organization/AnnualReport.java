package ledger.projections.organization;

import java.util.Map;

import ledger.domain.account.EntryState;

/**
 * What an organization publishes of its recording and certifying in a year (R32).
 *
 * @param records entries that came into the ledger in the year
 * @param lateRecords those of them that came after their deadline (R13)
 * @param byState how these records stand, as known at the position of the report
 * @param corrections facts of the year that changed one of its entries; likewise the next four
 * @param certifiedMinutes of service in the year that counts, whenever it was recorded
 * @param creditMinutes those of them with evidence of the credit grades 信用时数
 * @param honourMinutes all others 荣誉时数
 * @param learningMinutes of training in the year, which is no service
 * @param personTimes entries that count 人次
 * @param volunteers distinct volunteers among them 人数
 * @param statements that the organization signed in the year
 * @param superseded those of them that hold no longer
 */
public record AnnualReport(
        long records,
        long lateRecords,
        Map<EntryState, Long> byState,
        long corrections,
        long revocations,
        long reinstatements,
        long objections,
        long objectionsUpheld,
        long certifiedMinutes,
        long creditMinutes,
        long honourMinutes,
        long learningMinutes,
        long personTimes,
        long volunteers,
        long statements,
        long superseded) {}
