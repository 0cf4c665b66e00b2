package ledger.domain.recognition;

/** Who awarded an honour, and so what it needs to be recorded (F1.8). */
public enum HonourOrigin {
    /** The recording organization itself: recorded promptly, its own word is enough. */
    OWN,
    /** A government of county level or above: recorded once the volunteer supplies material. */
    GOVERNMENT,
    /** Any other body: recorded on the volunteer's request, after it was verified. */
    OTHER
}
