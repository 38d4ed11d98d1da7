package practice.x;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The buttons of the control page.
 */
@Controller
@RequestMapping("/control/x")
class XControl {

	private final XLife life;

	XControl(XLife life) {
		this.life = life;
	}

	@PostMapping("/accounts/{who}/{deed}")
	String account(@PathVariable String who, @PathVariable String deed, @RequestParam(defaultValue = "") String with) {
		switch (deed) {
			case "change-password" -> this.life.changePassword(who);
			case "remove-app" -> this.life.removeApp(who);
			case "sign-in-elsewhere" -> this.life.signInElsewhere(who);
			case "lock" -> this.life.lock(who);
			case "suspend" -> this.life.suspend(who);
			case "deactivate" -> this.life.deactivate(who);
			case "recover" -> this.life.recover(who);
			case "log-out" -> this.life.logOut(who);
			case "expire" -> this.life.expireTokens(who);
			case "protect" -> this.life.protect(who, true);
			case "unprotect" -> this.life.protect(who, false);
			case "change-picture" -> this.life.changePicture(who);
			case "remove-picture" -> this.life.removePicture(who);
			case "rename" -> this.life.rename(who, with.strip().replaceFirst("^@", ""));
			case "verify" -> this.life.verify(who, with);
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#x";
	}

	@PostMapping("/credits")
	String credits(@RequestParam(required = false) @Nullable String available) {
		this.life.setCredits(available != null);
		return "redirect:/#x";
	}

}
