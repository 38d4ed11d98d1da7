package io.channelkeeper.invitation.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.invitation.Desk;
import io.channelkeeper.invitation.DeskChannel;
import io.channelkeeper.invitation.InvitationDesk;
import io.channelkeeper.invitation.InvitationRefusedException;
import io.channelkeeper.invitation.InvitationRefusedException.Reason;
import io.channelkeeper.invitation.InvitedWay;
import io.channelkeeper.invitation.Letter;
import io.channelkeeper.invitation.LinklessMail;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;

/**
 * The preparation alone (I-13) and the instructions how to switch the account, ready
 * written, to send or to copy.
 */
@Controller
@RequestMapping("/creators/{id}")
class LinklessController {

	private final InvitationDesk desk;

	private final InvitationWords words;

	LinklessController(InvitationDesk desk, InvitationWords words) {
		this.desk = desk;
		this.words = words;
	}

	@GetMapping("/preparation")
	ModelAndView preparation(Viewer viewer, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable List<UUID> channels,
			@RequestParam(required = false) @Nullable List<String> ways) {
		return page(LinklessMail.PREPARATION, letter(viewer, id, channels, ways), "/creators/" + id + "/preparation");
	}

	@PostMapping("/preparation")
	ModelAndView sendPreparation(Viewer viewer, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable List<UUID> channels,
			@RequestParam(required = false) @Nullable List<String> ways, @RequestParam String recipient,
			RedirectAttributes redirect, Locale locale) {
		return send(viewer, LinklessMail.PREPARATION, letter(viewer, id, channels, ways), recipient,
				"/creators/" + id + "/preparation", redirect, locale);
	}

	@GetMapping("/channels/{channel}/instructions")
	ModelAndView instructions(Viewer viewer, @PathVariable UUID id, @PathVariable UUID channel) {
		return page(LinklessMail.INSTRUCTIONS, letter(viewer, id, List.of(channel), null), address(id, channel));
	}

	@PostMapping("/channels/{channel}/instructions")
	ModelAndView sendInstructions(Viewer viewer, @PathVariable UUID id, @PathVariable UUID channel,
			@RequestParam String recipient, RedirectAttributes redirect, Locale locale) {
		return send(viewer, LinklessMail.INSTRUCTIONS, letter(viewer, id, List.of(channel), null), recipient,
				address(id, channel), redirect, locale);
	}

	private ModelAndView page(LinklessMail mail, Letter letter, String address) {
		EmailAddress email = letter.creator().email();
		return new ModelAndView("invitation/linkless").addObject("letter", letter)
			.addObject("text", this.desk.text(mail, letter, letter.creator().language()))
			.addObject("what", (mail == LinklessMail.PREPARATION) ? "prepare" : "instruct")
			.addObject("recipient", (email != null) ? email.value() : "")
			.addObject("address", address);
	}

	private ModelAndView send(Viewer viewer, LinklessMail mail, Letter letter, String typed, String address,
			RedirectAttributes redirect, Locale locale) {
		Optional<EmailAddress> recipient = EmailAddress.parse(typed);
		if (recipient.isEmpty()) {
			ModelAndView again = page(mail, letter, address).addObject("recipient", typed)
				.addObject("wrong", this.words.of("invitation.invite.recipient.wrong", locale));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.desk.send(viewer, mail, recipient.get(), letter, letter.creator().language());
		redirect.addFlashAttribute("message",
				this.words.of(
						(mail == LinklessMail.PREPARATION) ? "invitation.prepare.sent" : "invitation.instruct.sent",
						locale, recipient.get().value()));
		return new ModelAndView("redirect:/creators/" + letter.creator().id());
	}

	private Letter letter(Viewer viewer, UUID id, @Nullable List<UUID> channels, @Nullable List<String> chosen) {
		Desk open = this.desk.open(viewer, id);
		List<DeskChannel> wanted = open.channels()
			.stream()
			.filter((line) -> (channels == null || channels.isEmpty()) ? line.isWanted()
					: channels.contains(line.channel().id()))
			.toList();
		if (channels != null && channels.size() > wanted.size()) {
			throw new NotFoundException("channel of creator", id);
		}
		List<InvitedWay> ways = wanted.stream()
			.filter((line) -> !line.ways().isEmpty())
			.map((line) -> line.way(chosen))
			.toList();
		if (ways.isEmpty()) {
			throw new InvitationRefusedException(wanted.isEmpty() ? Reason.NOTHING_TO_CONNECT : Reason.NO_WAY);
		}
		return this.desk.letter(viewer, id, ways, null, Instant.EPOCH);
	}

	private static String address(UUID id, UUID channel) {
		return "/creators/" + id + "/channels/" + channel + "/instructions";
	}

}
