package practice.x;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The consent page of practice X: everything or nothing.
 */
@Controller
class XConsentController {

	private final XSessions sessions;

	private final XTokens tokens;

	XConsentController(XSessions sessions, XTokens tokens) {
		this.sessions = sessions;
		this.tokens = tokens;
	}

	@GetMapping("/x/i/oauth2/authorize")
	String ask(HttpServletRequest request, Model model) {
		XDialog dialog = XDialog.of(request);
		XAccount account = this.sessions.account(request).orElse(null);
		if (account == null) {
			return "redirect:" + XLoginController.address(here(request));
		}
		model.addAttribute("app", XApp.NAME);
		model.addAttribute("account", XView.Row.plain(account));
		model.addAttribute("asked", dialog.inWords());
		model.addAttribute("address", here(request));
		return "x/consent";
	}

	@PostMapping("/x/i/oauth2/authorize")
	String answer(HttpServletRequest request, @RequestParam String decision) {
		XDialog dialog = XDialog.of(request);
		XAccount account = this.sessions.account(request).orElse(null);
		if (account == null) {
			return "redirect:" + XLoginController.address(here(request));
		}
		return "redirect:"
				+ (decision.equals("cancel") ? dialog.denied() : dialog.granted(this.tokens.code(account, dialog)));
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String cannotShow(XDialog.XDialogException ex, Model model) {
		model.addAttribute("reason", ex.getMessage());
		return "x/error";
	}

	private static String here(HttpServletRequest request) {
		return request.getRequestURI() + "?" + request.getQueryString();
	}

}
