package practice.facebook;

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
 * The login page of practice Facebook.
 */
@Controller
class LoginController {

	private final World world;

	private final Sessions sessions;

	LoginController(World world, Sessions sessions) {
		this.world = world;
		this.sessions = sessions;
	}

	@GetMapping("/facebook/login")
	String login(@RequestParam(defaultValue = "/") String next, @RequestParam(required = false) @Nullable String error,
			@RequestParam(defaultValue = "ana@practice.example") String email, Model model) {
		model.addAttribute("next", next);
		model.addAttribute("error", error);
		model.addAttribute("email", email);
		model.addAttribute("people", this.world.people().stream().map(Glance::of).toList());
		return "facebook/login";
	}

	@PostMapping("/facebook/login")
	String enter(@RequestParam String email, @RequestParam(required = false) @Nullable String password,
			@RequestParam(required = false) @Nullable String as, @RequestParam String next,
			HttpServletResponse response) {
		Person person = this.world.findPerson((as != null) ? as : email).orElse(null);
		if (person == null || (as == null && !person.password.equals(password))) {
			return back(next, email, "The email or the password is wrong.");
		}
		if (person.suspended) {
			return back(next, email, "We suspended your account.");
		}
		if (person.trouble != null) {
			return back(next, email, "Your account is locked: " + person.condition() + ".");
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.begin(person).toString());
		return "redirect:" + local(next);
	}

	@PostMapping("/facebook/logout")
	String leave(@RequestParam(defaultValue = "/") String next, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.end(request).toString());
		return "redirect:" + UriComponentsBuilder.fromPath("/facebook/login")
			.queryParam("next", "{next}")
			.encode()
			.buildAndExpand(local(next))
			.toUriString();
	}

	private static String back(String next, String email, String error) {
		return "redirect:" + UriComponentsBuilder.fromPath("/facebook/login")
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

	/** A person as the login page offers them. */
	record Glance(String key, String name, String email, String story) {

		static Glance of(Person person) {
			return new Glance(person.key, person.name, person.email, person.story);
		}

	}

}
