package practice.facebook;

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
@RequestMapping("/control/facebook")
class FacebookControl {

	private final FacebookLife life;

	FacebookControl(FacebookLife life) {
		this.life = life;
	}

	@PostMapping("/people/{who}/{deed}")
	String person(@PathVariable String who, @PathVariable String deed) {
		switch (deed) {
			case "change-password" -> this.life.changePassword(who);
			case "remove-app" -> this.life.removeApp(who);
			case "ask-deletion" -> this.life.askDeletion(who);
			case "check" -> this.life.check(who);
			case "lock" -> this.life.lock(who);
			case "unconfirm" -> this.life.unconfirm(who);
			case "suspend" -> this.life.suspend(who);
			case "log-out" -> this.life.logOut(who);
			case "expire" -> this.life.expireTokens(who);
			case "recover" -> this.life.recover(who);
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#people";
	}

	@PostMapping("/pages/{page}/{deed}")
	String page(@PathVariable String page, @PathVariable String deed, @RequestParam(defaultValue = "") String with) {
		switch (deed) {
			case "publish" -> this.life.publish(page, true);
			case "unpublish" -> this.life.publish(page, false);
			case "delete" -> this.life.deletePage(page);
			case "unlink" -> this.life.link(page, null);
			case "link" -> this.life.link(page, handle(with));
			case "take-role" -> this.life.takeRole(with, page);
			case "give-role" -> this.life.giveRole(with, page);
			case "change-picture" -> this.life.changePagePicture(page);
			case "serve-picture" -> this.life.servePagePicture(page, PictureMode.valueOf(with));
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#pages";
	}

	@PostMapping("/instagram/{account}/{deed}")
	String account(@PathVariable String account, @PathVariable String deed,
			@RequestParam(defaultValue = "") String with) {
		switch (deed) {
			case "personal" -> this.life.makePersonal(account);
			case "professional" -> this.life.makeProfessional(account);
			case "restrict" -> this.life.restrict(account, true);
			case "unrestrict" -> this.life.restrict(account, false);
			case "delete" -> this.life.deleteAccount(account);
			case "rename" -> this.life.renameAccount(account, handle(with));
			case "change-picture" -> this.life.changePicture(account);
			case "serve-picture" -> this.life.servePicture(account, PictureMode.valueOf(with));
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#instagram";
	}

	@PostMapping("/proof")
	String proof(@RequestParam(required = false) @Nullable String required) {
		this.life.requireProof(required != null);
		return "redirect:/";
	}

	private static String handle(String typed) {
		return typed.strip().replaceFirst("^@", "");
	}

}
