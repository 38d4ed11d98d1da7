package practice.tiktok;

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
@RequestMapping("/control/tiktok")
class TikTokControl {

	private final TikTokLife life;

	TikTokControl(TikTokLife life) {
		this.life = life;
	}

	@PostMapping("/accounts/{who}/{deed}")
	String account(@PathVariable String who, @PathVariable String deed, @RequestParam(defaultValue = "") String with) {
		switch (deed) {
			case "change-password" -> this.life.changePassword(who);
			case "remove-app" -> this.life.removeApp(who);
			case "ban" -> this.life.ban(who);
			case "delete" -> this.life.delete(who);
			case "change-age" -> this.life.changeAge(who);
			case "recover" -> this.life.recover(who);
			case "make-private" -> this.life.makePrivate(who, true);
			case "make-public" -> this.life.makePrivate(who, false);
			case "expire-access" -> this.life.expireAccess(who);
			case "expire-all" -> this.life.expireTokens(who);
			case "change-picture" -> this.life.changePicture(who);
			case "take-picture" -> this.life.takePicture(who);
			case "rename" -> this.life.rename(who, with.strip().replaceFirst("^@", ""));
			case "set-followers" -> this.life.setFollowers(who, Long.parseLong(with.strip()));
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#tiktok";
	}

	@PostMapping("/rules")
	String rules(@RequestParam TikTokLives lives, @RequestParam(required = false) @Nullable String sliding) {
		this.life.setLives(lives);
		this.life.setSliding(sliding != null);
		return "redirect:/#tiktok";
	}

}
