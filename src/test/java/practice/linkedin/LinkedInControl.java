package practice.linkedin;

import java.time.Duration;

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
@RequestMapping("/control/linkedin")
class LinkedInControl {

	private final LinkedInLife life;

	LinkedInControl(LinkedInLife life) {
		this.life = life;
	}

	@PostMapping("/app")
	String app(@RequestParam(required = false) @Nullable String partner,
			@RequestParam(required = false) @Nullable String product,
			@RequestParam(required = false) @Nullable String blanks, @RequestParam(defaultValue = "0") long revoked,
			@RequestParam(defaultValue = "202512") String oldest) {
		this.life.approvePartner(partner != null);
		this.life.grantPagesProduct(product != null);
		this.life.writeBlanks(blanks != null);
		this.life.revokeAtFirst(Duration.ofSeconds(revoked));
		this.life.serveSince(oldest.strip());
		return "redirect:/#linkedin";
	}

	@PostMapping("/members/{who}/{deed}")
	String member(@PathVariable String who, @PathVariable String deed, @RequestParam(defaultValue = "") String with) {
		switch (deed) {
			case "change-password" -> this.life.changePassword(who);
			case "remove-app" -> this.life.removeApp(who);
			case "restrict" -> this.life.restrict(who, true);
			case "unrestrict" -> this.life.restrict(who, false);
			case "log-out" -> this.life.logOut(who);
			case "expire" -> this.life.expireTokens(who);
			case "change-picture" -> this.life.changePicture(who);
			case "rename" -> this.life.renameMember(who, with.isBlank() ? null : with.strip());
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#linkedin-members";
	}

	@PostMapping("/pages/{page}/{deed}")
	String page(@PathVariable String page, @PathVariable String deed, @RequestParam(defaultValue = "") String with,
			@RequestParam(defaultValue = "ADMINISTRATOR") String role,
			@RequestParam(defaultValue = "APPROVED") String state) {
		switch (deed) {
			case "delete" -> this.life.deletePage(page);
			case "change-logo" -> this.life.changeLogo(page);
			case "rename" -> this.life.renamePage(page, with.strip());
			case "take-role" -> this.life.takeRole(with, page);
			case "give-role" -> this.life.giveRole(with, page, role, state);
			default -> throw new IllegalArgumentException(deed);
		}
		return "redirect:/#linkedin-pages";
	}

}
