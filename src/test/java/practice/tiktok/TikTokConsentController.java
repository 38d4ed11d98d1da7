package practice.tiktok;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The consent page of practice TikTok, one switch per permission. It is always shown,
 * also to those who agreed before.
 */
@Controller
class TikTokConsentController {

	private static final String PATH = "/tiktok/v2/auth/authorize/";

	private final TikTokSessions sessions;

	private final TikTokTokens tokens;

	TikTokConsentController(TikTokSessions sessions, TikTokTokens tokens) {
		this.sessions = sessions;
		this.tokens = tokens;
	}

	@GetMapping(PATH)
	String ask(HttpServletRequest request, Model model) {
		TikTokAsk ask = TikTokAsk.of(request);
		TikTokAccount account = this.sessions.account(request).orElse(null);
		if (account == null) {
			return TikTokLoginController.to(here(request), null, null);
		}
		model.addAttribute("app", TikTokApp.NAME);
		model.addAttribute("account", TikTokView.row(account));
		model.addAttribute("asked",
				ask.scopes().stream().map((scope) -> new Asked(scope, TikTokApp.inWords(scope))).toList());
		model.addAttribute("address", here(request));
		return "tiktok/consent";
	}

	@PostMapping(PATH)
	String answer(HttpServletRequest request, @RequestParam String decision,
			@RequestParam(required = false) @Nullable List<String> permission) {
		TikTokAsk ask = TikTokAsk.of(request);
		TikTokAccount account = this.sessions.account(request).orElse(null);
		if (account == null) {
			return TikTokLoginController.to(here(request), null, null);
		}
		List<String> agreed = (permission != null) ? ask.scopes().stream().filter(permission::contains).toList()
				: List.of();
		if (!decision.equals("continue") || agreed.isEmpty()) {
			return "redirect:" + ask.denied();
		}
		account.granted.clear();
		account.granted.addAll(agreed);
		String scope = String.join(",", agreed);
		return "redirect:" + ask.granted(this.tokens.code(account, ask.redirectUri(), scope), scope);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String cannotShow(TikTokAsk.RefusedException ex, Model model) {
		model.addAttribute("reason", ex.getMessage());
		return "tiktok/error";
	}

	private static String here(HttpServletRequest request) {
		return request.getRequestURI() + "?" + request.getQueryString();
	}

	/** A permission as the page shows it. */
	record Asked(String scope, String words) {
	}

}
