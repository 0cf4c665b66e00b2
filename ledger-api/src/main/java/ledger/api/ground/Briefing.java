package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;

import ledger.domain.account.Claim;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.SourceRecord;

/** Tells the commands of a group what the whole ledger knows of their source records (R9). */
final class Briefing implements UnaryOperator<List<CommandMessage<?>>> {

    private final Claims claims;

    Briefing(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<CommandMessage<?>> apply(List<CommandMessage<?>> commands) {
        List<SourceRecord> sources = commands.stream()
                .map(CommandMessage::getPayload)
                .filter(RecordService.class::isInstance)
                .map(command -> ((RecordService) command).source())
                .toList();
        if (sources.isEmpty()) {
            return commands;
        }
        Map<SourceRecord, Claim> known = claims.of(sources);
        List<CommandMessage<?>> briefed = new ArrayList<>(commands.size());
        for (CommandMessage<?> command : commands) {
            briefed.add(command.getPayload() instanceof RecordService record
                    ? with(command, record.with(known.getOrDefault(record.source(), new Claim.Unclaimed())))
                    : command);
        }
        return briefed;
    }

    private static CommandMessage<RecordService> with(CommandMessage<?> command, RecordService briefed) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command.getIdentifier(), briefed, command.getMetaData()),
                command.getCommandName());
    }
}
