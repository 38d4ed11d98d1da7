package practice.instagram;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.UriComponentsBuilder;

import practice.facebook.AccountKind;
import practice.facebook.InstagramAccount;

/**
 * The login and consent pages of practice Instagram.
 */
@Controller
class InstagramPages {

	private final Logins logins;

	private final InstagramSessions sessions;

	private final LoginTokens tokens;

	InstagramPages(Logins logins, InstagramSessions sessions, LoginTokens tokens) {
		this.logins = logins;
		this.sessions = sessions;
		this.tokens = tokens;
	}

	@GetMapping("/instagram/oauth/authorize")
	String ask(HttpServletRequest request, Model model) {
		Question question = Question.of(request);
		Login login = this.sessions.login(request).orElse(null);
		if (login == null || question.loginAnew()) {
			return "redirect:" + login(question.here(), "", null);
		}
		InstagramAccount account = account(login);
		model.addAttribute("app", InstagramApp.NAME);
		model.addAttribute("account", account);
		model.addAttribute("again", login.knowsApp());
		model.addAttribute("asked",
				question.scopes()
					.stream()
					.map((scope) -> new Switch(scope, Scopes.inWords(scope), scope.equals(Scopes.BASIC)))
					.toList());
		model.addAttribute("address", question.here());
		return isLetIn(account) ? "instagram/consent" : "instagram/personal";
	}

	@PostMapping("/instagram/oauth/authorize")
	String answer(HttpServletRequest request, @RequestParam String decision,
			@RequestParam(required = false) @Nullable List<String> permission) {
		Question question = Question.of(request);
		Login login = this.sessions.login(request).orElse(null);
		if (login == null) {
			return "redirect:" + login(question.here(), "", null);
		}
		InstagramAccount account = account(login);
		if (decision.equals("switch")) {
			account.kind = AccountKind.CREATOR;
			return "redirect:" + question.here();
		}
		if (!decision.equals("continue") || !isLetIn(account)) {
			return "redirect:" + question.denied();
		}
		Set<String> allowed = new LinkedHashSet<>(question.scopes());
		allowed.retainAll((permission != null) ? new HashSet<>(permission) : Set.of());
		allowed.add(Scopes.BASIC);
		login.granted.removeAll(question.scopes());
		login.granted.addAll(allowed);
		return "redirect:" + question.granted(this.tokens.code(login, question.redirectUri()));
	}

	@GetMapping("/instagram/login")
	String login(@RequestParam(defaultValue = "/") String next, @RequestParam(required = false) @Nullable String error,
			@RequestParam(defaultValue = "anakocht") String username, Model model) {
		model.addAttribute("next", next);
		model.addAttribute("error", error);
		model.addAttribute("username", username.isEmpty() ? "anakocht" : username);
		model.addAttribute("people",
				this.logins.all()
					.stream()
					.flatMap((login) -> this.logins.account(login)
						.map((account) -> new Glance(account.username, account.name, login.story))
						.stream())
					.toList());
		return "instagram/login";
	}

	@PostMapping("/instagram/login")
	String enter(@RequestParam(defaultValue = "") String username,
			@RequestParam(required = false) @Nullable String password,
			@RequestParam(required = false) @Nullable String as, @RequestParam String next,
			HttpServletResponse response) {
		Login login = this.logins.find((as != null) ? as : username).orElse(null);
		if (login == null || (as == null && !login.password.equals(password))) {
			return "redirect:" + login(next, username, "Sorry, your password was incorrect.");
		}
		if (login.trouble != null) {
			return "redirect:" + login(next, username, "Your account is locked: " + login.condition() + ".");
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.begin(login).toString());
		return "redirect:" + local(next);
	}

	@PostMapping("/instagram/logout")
	String leave(@RequestParam(defaultValue = "/") String next, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.end(request).toString());
		return "redirect:" + login(local(next), "", null);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String cannotShow(Question.UnfitException ex, Model model) {
		model.addAttribute("reason", ex.getMessage());
		return "instagram/error";
	}

	private boolean isLetIn(InstagramAccount account) {
		return account.isProfessional() || this.logins.personalToo;
	}

	private InstagramAccount account(Login login) {
		return this.logins.account(login).orElseThrow(() -> new Question.UnfitException("This account is gone."));
	}

	private static String login(String next, String username, @Nullable String error) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/instagram/login")
			.queryParam("next", "{next}")
			.queryParam("username", "{username}");
		if (error != null) {
			return address.queryParam("error", "{error}").encode().buildAndExpand(next, username, error).toUriString();
		}
		return address.encode().buildAndExpand(next, username).toUriString();
	}

	private static String local(String next) {
		return (next.startsWith("/") && !next.startsWith("//") && URI.create(next).getHost() == null) ? next : "/";
	}

	/** A permission as the consent page shows it. */
	record Switch(String scope, String words, boolean fixed) {
	}

	/** An account as the login page offers it. */
	record Glance(String username, String name, String story) {
	}

}
