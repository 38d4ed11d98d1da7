package practice.linkedin;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 * The login page of practice LinkedIn.
 */
@Controller
class LoginController {

	private final World world;

	private final Sessions sessions;

	LoginController(World world, Sessions sessions) {
		this.world = world;
		this.sessions = sessions;
	}

	@GetMapping("/linkedin/login")
	String login(@RequestParam(defaultValue = "/") String next, @RequestParam(required = false) @Nullable String error,
			@RequestParam(defaultValue = "ana@practice.example") String email, Model model) {
		model.addAttribute("next", next);
		model.addAttribute("error", error);
		model.addAttribute("email", email);
		model.addAttribute("members", this.world.members().stream().map(Glance::of).toList());
		return "linkedin/login";
	}

	@PostMapping("/linkedin/login")
	String enter(@RequestParam(defaultValue = "") String email,
			@RequestParam(required = false) @Nullable String password,
			@RequestParam(required = false) @Nullable String as, @RequestParam String next,
			@RequestParam(required = false) @Nullable String cancel, HttpServletResponse response) {
		if (cancel != null) {
			return "redirect:" + cancelled(next);
		}
		Member member = this.world.findMember((as != null) ? as : email).orElse(null);
		if (member == null || (as == null && !member.password.equals(password))) {
			return back(next, email, "Wrong email or password. Try again or create an account.");
		}
		if (member.restricted) {
			return back(next, email, "Your account has been temporarily restricted.");
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.begin(member).toString());
		return "redirect:" + local(next);
	}

	@PostMapping("/linkedin/logout")
	String leave(@RequestParam(defaultValue = "/") String next, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.end(request).toString());
		return "redirect:" + UriComponentsBuilder.fromPath("/linkedin/login")
			.queryParam("next", "{next}")
			.encode()
			.buildAndExpand(local(next))
			.toUriString();
	}

	/** Whoever does not even log in is sent back, too. */
	private static String cancelled(String next) {
		Map<String, String> query = UriComponentsBuilder.fromUriString(local(next))
			.build()
			.getQueryParams()
			.toSingleValueMap();
		String redirectUri = query.get("redirect_uri");
		if (redirectUri == null) {
			return "/";
		}
		String state = query.get("state");
		return new Errand(decode(redirectUri), (state != null) ? decode(state) : null, List.of())
			.refused("user_cancelled_login", "The user cancelled LinkedIn login");
	}

	private static String decode(String value) {
		return Objects.requireNonNull(URLDecoder.decode(value, StandardCharsets.UTF_8));
	}

	private static String back(String next, String email, String error) {
		return "redirect:" + UriComponentsBuilder.fromPath("/linkedin/login")
			.queryParam("next", "{next}")
			.queryParam("email", "{email}")
			.queryParam("error", "{error}")
			.encode()
			.buildAndExpand(next, email, error)
			.toUriString();
	}

	private static String local(String next) {
		return (next.startsWith("/") && !next.startsWith("//") && URI.create(next).getHost() == null) ? next : "/";
	}

	/** A member as the login page offers them. */
	record Glance(String key, String name, String email, String story) {

		static Glance of(Member member) {
			return new Glance(member.key, member.name(), member.email, member.story);
		}

	}

}
