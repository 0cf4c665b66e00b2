package ledger.api.door;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.Vault;

/** Under which number a merged one goes on (R5). */
@Component
public class Survivors {

    private final CircumstancesRegister circumstances;
    private final Vault vault;

    Survivors(CircumstancesRegister circumstances, Vault vault) {
        this.circumstances = circumstances;
        this.vault = vault;
    }

    /** The number that remains; absent for one that was not merged into another. */
    public @Nullable String of(String volunteerId) {
        String survivor = circumstances.survivors(List.of(volunteerId)).get(volunteerId);
        return survivor == null ? null : vault.read(survivor).map(Vault.Person::number).orElse(null);
    }
}
