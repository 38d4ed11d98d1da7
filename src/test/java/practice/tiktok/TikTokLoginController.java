package practice.tiktok;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The login page of practice TikTok.
 */
@Controller
class TikTokLoginController {

	static final String PATH = "/tiktok/login";

	private final TikTokWorld world;

	private final TikTokSessions sessions;

	TikTokLoginController(TikTokWorld world, TikTokSessions sessions) {
		this.world = world;
		this.sessions = sessions;
	}

	@GetMapping(PATH)
	String login(@RequestParam(defaultValue = "/") String next, @RequestParam(required = false) @Nullable String error,
			@RequestParam(defaultValue = "ana@practice.example") String email, Model model) {
		model.addAttribute("next", next);
		model.addAttribute("error", error);
		model.addAttribute("email", email);
		model.addAttribute("accounts", TikTokView.rows(this.world));
		return "tiktok/login";
	}

	@PostMapping(PATH)
	String enter(@RequestParam String email, @RequestParam(required = false) @Nullable String password,
			@RequestParam(required = false) @Nullable String as, @RequestParam String next,
			HttpServletResponse response) {
		TikTokAccount account = this.world.find((as != null) ? as : email).orElse(null);
		if (account == null || (as == null && !account.password.equals(password))) {
			return to(next, email, "Username or password doesn't match our records. Try again.");
		}
		if (!account.isFine()) {
			return to(next, email, "Your account is " + account.condition + ".");
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.begin(account).toString());
		return "redirect:" + local(next);
	}

	@PostMapping("/tiktok/logout")
	String leave(@RequestParam(defaultValue = "/") String next, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.end(request).toString());
		return to(local(next), null, null);
	}

	/** To the login page, and from there to an address of ours. */
	static String to(String next, @Nullable String email, @Nullable String error) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH).queryParam("next", "{next}");
		return "redirect:" + ((error == null) ? address.encode().buildAndExpand(next)
				: address.queryParam("email", "{email}")
					.queryParam("error", "{error}")
					.encode()
					.buildAndExpand(next, email, error))
			.toUriString();
	}

	private static String local(String next) {
		return (next.startsWith("/") && !next.startsWith("//") && URI.create(next).getHost() == null) ? next : "/";
	}

}
