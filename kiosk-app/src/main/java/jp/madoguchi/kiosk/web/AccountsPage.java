package jp.madoguchi.kiosk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.staff.Account;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Invitation;
import jp.madoguchi.kiosk.staff.Invitations;
import jp.madoguchi.kiosk.staff.Role;
import org.eclipse.jetty.util.Fields;

/** Who may sign in. */
final class AccountsPage implements DeskPage {
    private static final int MOST = 10;

    private final DeskTools tools;

    AccountsPage(DeskTools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Role least() {
        return Role.MANAGER;
    }

    @Override
    public View view(Clerk clerk) {
        List<Account> all = tools.accounts().all();
        return new View()
                .with("full", all.size() >= MOST)
                .with(
                        "accounts",
                        all.stream()
                                .map(account -> new View()
                                        .with("name", account.name())
                                        .with("role", account.role().slug())
                                        .with("self", account.name().equals(clerk.account()))
                                        .with(
                                                "locked",
                                                !tools.accounts()
                                                        .locked(account)
                                                        .isZero()))
                                .toList())
                .with("roles", Arrays.stream(Role.values()).map(Role::slug).toList());
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        String name = String.valueOf(tapped.getValue("name"));
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "add" ->
                Role.ofSlug(String.valueOf(tapped.getValue("role")))
                        .filter(role -> tools.accounts().all().size() < MOST)
                        .map(role -> invite(new Invitation(free(role), role), clerk))
                        .orElseGet(DeskPage::nothing);
            case "renew" ->
                tools.accounts()
                        .of(name)
                        .map(account -> invite(new Invitation(account.name(), account.role()), clerk))
                        .orElseGet(DeskPage::nothing);
            case "remove" -> name.equals(clerk.account()) ? DeskPage.nothing() : remove(name, clerk);
            default -> DeskPage.nothing();
        };
    }

    /** clerk-3, when there are clerk-1 and clerk-2, or are to be. */
    private String free(Role role) {
        int number = 1;
        while (isTaken(role.slug() + "-" + number)) {
            number++;
        }
        return role.slug() + "-" + number;
    }

    private boolean isTaken(String name) {
        return tools.accounts().of(name).isPresent() || tools.invitations().pending(name);
    }

    private CompletableFuture<Optional<Said>> invite(Invitation invitation, Clerk clerk) {
        String code = tools.invitations().mint(invitation);
        tools.deeds()
                .tell(
                        AuditEvent.STAFF_INVITED,
                        invitation.name(),
                        Map.of(
                                Detail.USER,
                                clerk.account(),
                                Detail.RESULT,
                                invitation.role().slug()));
        return DeskPage.said(Said.good(
                "said.invited",
                invitation.name(),
                code.substring(0, 4) + " " + code.substring(4),
                Invitations.GOOD_FOR.toMinutes()));
    }

    private CompletableFuture<Optional<Said>> remove(String name, Clerk clerk) {
        if (tools.accounts().of(name).isEmpty()) {
            return DeskPage.nothing();
        }
        tools.invitations().cancel(name); // a code that somebody has would bring the account back
        boolean removed = tools.accounts().remove(name);
        if (removed) {
            tools.deeds().tell(AuditEvent.STAFF_REMOVED, name, Map.of(Detail.USER, clerk.account()));
        }
        return DeskPage.said(Said.done(removed, "said.removed", name));
    }
}
