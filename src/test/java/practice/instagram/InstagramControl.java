package practice.instagram;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The buttons of the control page.
 */
@Controller
@RequestMapping("/control/instagram")
class InstagramControl {

	private final InstagramLife life;

	InstagramControl(InstagramLife life) {
		this.life = life;
	}

	@PostMapping("/logins/{who}/{deed}")
	String login(@PathVariable String who, @PathVariable String deed) {
		switch (deed) {
			case "change-password" -> this.life.changePassword(who);
			case "remove-app" -> this.life.removeApp(who);
			case "ask-deletion" -> this.life.askDeletion(who);
			case "check" -> this.life.check(who);
			case "lock" -> this.life.lock(who);
			case "expire" -> this.life.expireTokens(who);
			case "personal" -> this.life.makePersonal(who);
			case "professional" -> this.life.makeProfessional(who);
			case "recover" -> this.life.recover(who);
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#instagram-logins";
	}

	@PostMapping("/answers")
	String answers(@RequestParam(defaultValue = "false") boolean flat,
			@RequestParam(defaultValue = "false") boolean personalToo) {
		this.life.answerFlat(flat);
		this.life.letPersonalIn(personalToo);
		return "redirect:/#instagram-logins";
	}

}
