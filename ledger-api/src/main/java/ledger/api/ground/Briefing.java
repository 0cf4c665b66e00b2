package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;

import ledger.domain.LedgerCommand;
import ledger.domain.account.Claim;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.SourceRecord;
import ledger.domain.organization.OrganizationCommand.AffiliateOrganization;

/** Tells the commands of a group what the whole ledger knows of their source records (R9), and of the tree. */
public final class Briefing implements UnaryOperator<List<CommandMessage<?>>> {

    private final Claims claims;
    private final OrganizationTable organizations;

    public Briefing(Claims claims, OrganizationTable organizations) {
        this.claims = claims;
        this.organizations = organizations;
    }

    @Override
    public List<CommandMessage<?>> apply(List<CommandMessage<?>> commands) {
        Map<SourceRecord, Claim> known = asked(commands, RecordService.class, RecordService::source, claims::of, Map.of());
        Set<String> holders =
                asked(commands, ReinstateService.class, ReinstateService::entryId, claims::holders, Set.of());
        List<CommandMessage<?>> briefed = new ArrayList<>(commands.size());
        for (CommandMessage<?> command : commands) {
            briefed.add(switch (command.getPayload()) {
                case RecordService record -> with(
                        command, record.with(known.getOrDefault(record.source(), new Claim.Unclaimed())));
                case ReinstateService reinstate -> with(
                        command, reinstate.withRecordTaken(!holders.contains(reinstate.entryId())));
                case AffiliateOrganization move -> with(command, organizations.briefed(move));
                default -> command;
            });
        }
        return briefed;
    }

    /** One look-up for all commands of a kind; none when there is no such command. */
    private static <C, K, A> A asked(
            List<CommandMessage<?>> commands,
            Class<C> kind,
            Function<C, K> key,
            Function<List<K>, A> lookUp,
            A nothing) {
        List<K> keys = commands.stream()
                .map(CommandMessage::getPayload)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(key)
                .toList();
        return keys.isEmpty() ? nothing : lookUp.apply(keys);
    }

    private static CommandMessage<?> with(CommandMessage<?> command, LedgerCommand briefed) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command.getIdentifier(), briefed, command.getMetaData()),
                command.getCommandName());
    }
}
