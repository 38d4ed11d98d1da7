package practice.google;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import practice.google.GoogleWorld.Identity;

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

/**
 * The pages of practice Google that people see: sign in, choose, agree.
 */
@Controller
class GoogleConsentController {

	private static final String AUTH = "/google/o/oauth2/v2/auth";

	private final GoogleWorld world;

	private final GoogleSessions sessions;

	private final GoogleTokens tokens;

	GoogleConsentController(GoogleWorld world, GoogleSessions sessions, GoogleTokens tokens) {
		this.world = world;
		this.sessions = sessions;
		this.tokens = tokens;
	}

	@GetMapping("/google/login")
	String login(@RequestParam(defaultValue = "/") String next, @RequestParam(required = false) @Nullable String error,
			@RequestParam(defaultValue = "ana@gmail.example") String email, Model model) {
		model.addAttribute("next", next);
		model.addAttribute("error", error);
		model.addAttribute("email", email);
		model.addAttribute("people", this.world.people().stream().map(Glance::of).toList());
		return "google/login";
	}

	@PostMapping("/google/login")
	String enter(@RequestParam String email, @RequestParam(required = false) @Nullable String password,
			@RequestParam(required = false) @Nullable String as, @RequestParam String next,
			HttpServletResponse response) {
		GooglePerson person = this.world.findPerson((as != null) ? as : email).orElse(null);
		if (person == null || (as == null && !person.password.equals(password))) {
			return toLogin(next, "Wrong password. Try again.");
		}
		if (person.suspended) {
			return toLogin(next, "Your account has been disabled.");
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.begin(person).toString());
		return "redirect:" + (next.startsWith(AUTH + "?") ? next + "&chosen=1" : "/");
	}

	@GetMapping(AUTH)
	String ask(HttpServletRequest request, Model model) {
		GoogleRequest asked = GoogleRequest.of(request);
		GooglePerson person = this.sessions.person(request).orElse(null);
		boolean choose = asked.prompts().contains("select_account") && request.getParameter("chosen") == null;
		if (person == null || choose) {
			return toLogin(here(request), null);
		}
		List<Identity> identities = identities(asked, person);
		if (!asked.prompts().contains("consent") && identities.size() == 1
				&& person.granted(person.sub).containsAll(asked.scopes())) {
			return agree(asked, person, identities.getFirst(), Set.copyOf(asked.scopes()), false);
		}
		model.addAttribute("app", "Channelkeeper (practice)");
		model.addAttribute("person", Glance.of(person));
		model.addAttribute("identities", identities);
		model.addAttribute("boxes", asked.boxes());
		model.addAttribute("address", here(request));
		model.addAttribute("next", here(request));
		return "google/consent";
	}

	@PostMapping(AUTH)
	String answer(HttpServletRequest request, @RequestParam String decision,
			@RequestParam(required = false) @Nullable List<String> permission,
			@RequestParam(defaultValue = "") String identity) {
		GoogleRequest asked = GoogleRequest.of(request);
		GooglePerson person = this.sessions.person(request).orElse(null);
		if (person == null) {
			return toLogin(here(request), null);
		}
		if (!decision.equals("continue")) {
			return "redirect:" + asked.denied();
		}
		Identity chosen = identities(asked, person).stream()
			.filter((one) -> one.sub().equals(identity))
			.findFirst()
			.orElseGet(() -> this.world.identities(person).getFirst());
		Set<String> ticked = new LinkedHashSet<>((permission != null) ? permission : List.of());
		ticked.retainAll(asked.scopes());
		ticked.addAll(asked.silent());
		return agree(asked, person, chosen, ticked, asked.prompts().contains("consent"));
	}

	@PostMapping("/google/choose")
	String choose(@RequestParam String next) {
		return toLogin(next, null);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String cannotShow(GoogleRequest.RefusedException ex, Model model) {
		model.addAttribute("reason", ex.getMessage());
		return "google/error";
	}

	/**
	 * A refresh token comes with the first agreement only, unless it is asked for anew.
	 */
	private String agree(GoogleRequest asked, GooglePerson person, Identity identity, Set<String> scopes,
			boolean anew) {
		Set<String> before = person.granted(identity.sub());
		boolean first = before.isEmpty();
		before.addAll(scopes);
		Set<String> all = new TreeSet<>(scopes);
		if (asked.incremental()) {
			all.addAll(before);
		}
		String code = this.tokens.code(identity, new GoogleTokens.Consent(asked.redirectUri(), asked.challenge(), all,
				asked.offline() && (first || anew)));
		return "redirect:" + asked.granted(code, all);
	}

	private List<Identity> identities(GoogleRequest asked, GooglePerson person) {
		List<Identity> all = this.world.identities(person);
		return asked.asksForYouTube() ? all : List.of(Objects.requireNonNull(all.getFirst()));
	}

	private static String toLogin(String next, @Nullable String error) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/google/login").queryParam("next", "{next}");
		return "redirect:"
				+ ((error != null) ? address.queryParam("error", "{error}").encode().buildAndExpand(next, error)
						: address.encode().buildAndExpand(next))
					.toUriString();
	}

	private static String here(HttpServletRequest request) {
		return request.getRequestURI() + "?" + request.getQueryString().replace("&chosen=1", "");
	}

	/** A person as the login page offers them. */
	record Glance(String key, String name, String email, String story) {

		static Glance of(GooglePerson person) {
			return new Glance(person.key, person.name, person.email, person.story);
		}

	}

}
