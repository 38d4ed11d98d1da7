package io.channelkeeper.organization.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import io.channelkeeper.organization.JoinOffer;
import io.channelkeeper.organization.JoinService;
import io.channelkeeper.organization.SignInOutcome.Welcome;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.SecretToken;

/**
 * Lets somebody become a member: with a new password, or by signing in.
 */
@Controller
@RequestMapping("/join/{token}")
class JoinController {

	private static final String PAGE = "organization/join";

	private final JoinService joining;

	private final SignInAnswer answer;

	private final SignInSession session;

	JoinController(JoinService joining, SignInAnswer answer, SignInSession session) {
		this.joining = joining;
		this.answer = answer;
		this.session = session;
	}

	@ModelAttribute("offer")
	JoinOffer offer(@PathVariable String token) {
		return this.joining.offer(new SecretToken(token));
	}

	@ModelAttribute("here")
	String here(@PathVariable String token) {
		return UriComponentsBuilder.fromPath("/join/{token}").encode().buildAndExpand(token).toString();
	}

	@ModelAttribute("zones")
	List<String> zones() {
		return TimeZones.OFFERED;
	}

	@GetMapping({ "", "/known", "/signed-in" })
	String page(@ModelAttribute("offer") JoinOffer offer, Model model) {
		model.addAttribute("form", new JoinForm("", offer.organization().zone().getId(), ""));
		return PAGE;
	}

	/** Somebody new, who chooses a password. */
	@PostMapping
	String join(@PathVariable String token, @Valid @ModelAttribute("form") JoinForm form, BindingResult errors,
			@ModelAttribute("offer") JoinOffer offer, Model model, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		SecretToken link = new SecretToken(token);
		Optional<UUID> person = (errors.hasErrors() || offer.known().isPresent()) ? Optional.empty()
				: this.joining.join(link, form.givenName(), locale, form.zone(), form.chosen());
		if (person.isEmpty()) {
			model.addAttribute("offer", this.joining.offer(link));
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		return enter(person.get(), offer, request, response);
	}

	/** Somebody who signs in already, and is not signed in here. */
	@PostMapping("/known")
	String joinKnown(@PathVariable String token, @RequestParam @Nullable String password,
			@ModelAttribute("offer") JoinOffer offer, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		LoginForm form = new LoginForm(offer.email().value(), password, null);
		if (this.answer.prove(form, request, response, model) instanceof Welcome welcome) {
			return enter(this.joining.join(new SecretToken(token), welcome.personId()), offer, request, response);
		}
		return PAGE;
	}

	/** Somebody who is signed in right now. */
	@PostMapping("/signed-in")
	String joinSignedIn(@PathVariable String token, Viewer viewer, @ModelAttribute("offer") JoinOffer offer,
			HttpServletRequest request, HttpServletResponse response) {
		return enter(this.joining.join(new SecretToken(token), viewer.personId()), offer, request, response);
	}

	private String enter(UUID person, JoinOffer offer, HttpServletRequest request, HttpServletResponse response) {
		this.session.begin(new SignedIn(person, offer.organization().id()), request, response);
		return "redirect:/portfolio";
	}

}
