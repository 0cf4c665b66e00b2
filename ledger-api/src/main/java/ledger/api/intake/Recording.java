package ledger.api.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import ledger.api.access.Actor;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.Vault;
import ledger.api.ground.Vault.Contact;
import ledger.domain.account.AnnexNote;

/** Where sessions go that are read and matched: into the ledger, or, when they are only tried out, nowhere. */
interface Recording {

    /** The id of each contact. */
    Map<Contact, String> contactIds(List<Contact> contacts);

    /** A note for each of these words. */
    List<AnnexNote> keep(List<String> words);

    /** An answer for each, in their order. */
    List<CompletableFuture<Receipt>> submit(List<Asked> commands, Actor actor);

    /** Into the ledger. */
    static Recording in(Vault vault, Annex annex, CommandDesk desk) {
        return new Recording() {
            @Override
            public Map<Contact, String> contactIds(List<Contact> contacts) {
                return vault.contactIds(contacts);
            }

            @Override
            public List<AnnexNote> keep(List<String> words) {
                return annex.keep(words);
            }

            @Override
            public List<CompletableFuture<Receipt>> submit(List<Asked> commands, Actor actor) {
                return desk.submitAll(commands, actor);
            }
        };
    }
}
