package ledger.api.page;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import ledger.api.access.Actor;
import ledger.api.door.StatementDesk;

/** A numbered hour statement 志愿服务记录证明, to read, to print and to check (R26, R27). */
@Controller
class StatementPage {

    private final StatementDesk statements;

    StatementPage(StatementDesk statements) {
        this.statements = statements;
    }

    @GetMapping("/statements/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("shown", statements.show(number, actor));
        return "statement";
    }
}
