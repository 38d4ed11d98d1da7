package practice.x;

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
 * The login page of practice X.
 */
@Controller
class XLoginController {

	private final XWorld world;

	private final XSessions sessions;

	XLoginController(XWorld world, XSessions sessions) {
		this.world = world;
		this.sessions = sessions;
	}

	@GetMapping("/x/login")
	String login(@RequestParam(defaultValue = "/") String next, @RequestParam(required = false) @Nullable String error,
			@RequestParam(defaultValue = "anakocht") String name, Model model) {
		model.addAttribute("next", next);
		model.addAttribute("error", error);
		model.addAttribute("name", name);
		model.addAttribute("accounts", this.world.accounts().stream().map(XView.Row::plain).toList());
		return "x/login";
	}

	@PostMapping("/x/login")
	String enter(@RequestParam(defaultValue = "") String name,
			@RequestParam(required = false) @Nullable String password,
			@RequestParam(required = false) @Nullable String as, @RequestParam String next,
			HttpServletResponse response) {
		XAccount account = this.world.find((as != null) ? as : name).orElse(null);
		if (account == null || account.isDeactivated || (as == null && !account.password.equals(password))) {
			return back(next, name, "Wrong username or password.");
		}
		if (account.isLocked) {
			return back(next, name, "Your account has been locked. Follow the steps to unlock it first.");
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.begin(account).toString());
		return "redirect:" + local(next);
	}

	@PostMapping("/x/logout")
	String leave(@RequestParam(defaultValue = "/") String next, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.sessions.end(request).toString());
		return "redirect:" + address(local(next));
	}

	/** The login page before an address. */
	static String address(String next) {
		return UriComponentsBuilder.fromPath("/x/login")
			.queryParam("next", "{next}")
			.encode()
			.buildAndExpand(next)
			.toUriString();
	}

	private static String back(String next, String name, String error) {
		return "redirect:" + UriComponentsBuilder.fromPath("/x/login")
			.queryParam("next", "{next}")
			.queryParam("name", "{name}")
			.queryParam("error", "{error}")
			.encode()
			.buildAndExpand(next, name, error)
			.toUriString();
	}

	private static String local(String next) {
		return (next.startsWith("/") && !next.startsWith("//") && URI.create(next).getHost() == null) ? next : "/";
	}

}
