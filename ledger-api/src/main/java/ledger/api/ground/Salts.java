package ledger.api.ground;

import java.security.SecureRandom;
import java.util.Base64;

/** 32 random bytes, base64url without padding. */
public final class Salts {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Salts() {}

    public static String next() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
