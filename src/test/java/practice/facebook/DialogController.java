package practice.facebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The consent page of practice Facebook.
 */
@Controller
class DialogController {

	private final World world;

	private final Sessions sessions;

	private final Tokens tokens;

	DialogController(World world, Sessions sessions, Tokens tokens) {
		this.world = world;
		this.sessions = sessions;
		this.tokens = tokens;
	}

	@GetMapping("/facebook/dialog/oauth")
	String ask(HttpServletRequest request, Model model) {
		Dialog dialog = Dialog.of(request);
		Person person = this.sessions.person(request).orElse(null);
		if (person == null) {
			return login(request);
		}
		boolean again = person.knowsApp();
		model.addAttribute("app", App.NAME);
		model.addAttribute("person", LoginController.Glance.of(person));
		model.addAttribute("again", again);
		model.addAttribute("asked", dialog.toAsk(person));
		model.addAttribute("pages",
				this.world.pagesOf(person)
					.stream()
					.map((page) -> new Choice(page.id, page.name, account(page),
							!again || person.chosenPages.contains(page.id)))
					.toList());
		model.addAttribute("address", here(request));
		return "facebook/consent";
	}

	@PostMapping("/facebook/dialog/oauth")
	String answer(HttpServletRequest request, @RequestParam String decision,
			@RequestParam(required = false) @Nullable List<String> permission,
			@RequestParam(required = false) @Nullable List<String> page) {
		Dialog dialog = Dialog.of(request);
		Person person = this.sessions.person(request).orElse(null);
		if (person == null) {
			return login(request);
		}
		if (!decision.equals("continue")) {
			return "redirect:" + dialog.denied();
		}
		dialog.decide(person, set(permission), set(page));
		return "redirect:" + dialog.granted(this.tokens.code(person, dialog.redirectUri()));
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String cannotShow(Dialog.DialogException ex, Model model) {
		model.addAttribute("reason", ex.getMessage());
		return "facebook/error";
	}

	private @Nullable String account(Page page) {
		return this.world.findAccount(page.instagram).map((account) -> "@" + account.username).orElse(null);
	}

	private static Set<String> set(@Nullable List<String> values) {
		return (values != null) ? new HashSet<>(values) : Set.of();
	}

	private static String login(HttpServletRequest request) {
		return "redirect:" + UriComponentsBuilder.fromPath("/facebook/login")
			.queryParam("next", "{next}")
			.encode()
			.buildAndExpand(here(request))
			.toUriString();
	}

	private static String here(HttpServletRequest request) {
		return request.getRequestURI() + "?" + request.getQueryString();
	}

	/** A page that can be chosen. */
	record Choice(String id, String name, @Nullable String instagram, boolean chosen) {
	}

}
