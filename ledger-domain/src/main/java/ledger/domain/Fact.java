package ledger.domain;

/** Something that happened and will never un-happen. Facts hold primitives, dates and records of those, no personal data. */
public interface Fact {}
