package practice.google;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The buttons of the control page for practice Google.
 */
@Controller
@RequestMapping("/control/google")
class GoogleControl {

	private final GoogleLife life;

	GoogleControl(GoogleLife life) {
		this.life = life;
	}

	@PostMapping("/people/{who}/{deed}")
	String person(@PathVariable String who, @PathVariable String deed) {
		switch (deed) {
			case "change-password" -> this.life.changePassword(who);
			case "remove-app" -> this.life.removeApp(who);
			case "suspend" -> this.life.suspend(who, true);
			case "recover" -> this.life.suspend(who, false);
			case "expire" -> this.life.expireTokens(who);
			case "end-refresh-tokens" -> this.life.endRefreshTokens(who);
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#google-people";
	}

	@PostMapping("/channels/{channel}/{deed}")
	String channel(@PathVariable String channel, @PathVariable String deed,
			@RequestParam(defaultValue = "") String with) {
		String handle = with.strip().replaceFirst("^@", "");
		switch (deed) {
			case "public", "unlisted", "private" -> this.life.makeChannel(channel, deed);
			case "hide-subscribers" -> this.life.hideSubscribers(channel, true);
			case "show-subscribers" -> this.life.hideSubscribers(channel, false);
			case "change-picture" -> this.life.changePicture(channel);
			case "delete" -> this.life.deleteChannel(channel);
			case "rename" -> this.life.renameChannel(channel, handle, handle.isEmpty() ? channel : handle);
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#google-channels";
	}

	@PostMapping("/accounts/{number}/{deed}")
	String account(@PathVariable String number, @PathVariable String deed,
			@RequestParam(defaultValue = "") String with) {
		String account = "accounts/" + number;
		switch (deed) {
			case "deny" -> this.life.deny(account, true);
			case "allow" -> this.life.deny(account, false);
			case "remove" -> this.life.removeLocation(account, with);
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#google-business";
	}

	@PostMapping("/testing")
	String testing(@RequestParam(required = false) @Nullable String on) {
		this.life.test(on != null);
		return "redirect:/#google-people";
	}

}
