package io.channelkeeper.organization.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.mail.MailPreview;
import io.channelkeeper.mail.MailPreviews;
import io.channelkeeper.mail.MailTroubles;
import io.channelkeeper.mail.SampleRecipient;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.web.PageLanguage;

/**
 * What every mail of the organization looks like, in both languages, with made-up
 * content, and which ones did not arrive. A mail is shown in a frame that runs nothing
 * and leads nowhere.
 */
@Controller
@RequestMapping("/admin/organization/mails")
class MailsController {

	private static final String POLICY = "Content-Security-Policy";

	/** Mails bring their style with them. */
	private static final String IN_A_FRAME = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
			+ "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

	/** A frame without windows of its own opens none. */
	private static final String ELSEWHERE = "<base target=\"_blank\">";

	/** Older ones are of no use any more. */
	private static final int UNDELIVERED = 50;

	private final MailPreviews previews;

	private final MailTroubles troubles;

	MailsController(MailPreviews previews, MailTroubles troubles) {
		this.previews = previews;
		this.troubles = troubles;
	}

	@GetMapping(params = "!mail")
	String list(Viewer viewer, Locale locale, Model model) {
		viewer.require(Action.ADMINISTER);
		model.addAttribute("audiences",
				this.previews.all(recipient(viewer, locale))
					.stream()
					.collect(Collectors.groupingBy(MailPreview::audience, LinkedHashMap::new, Collectors.toList())));
		model.addAttribute("outage", this.troubles.outage().orElse(null));
		model.addAttribute("undelivered", this.troubles.undelivered(UNDELIVERED));
		return "organization/mails";
	}

	@GetMapping(params = "mail")
	String one(Viewer viewer, @RequestParam String mail,
			@RequestParam(name = "in", required = false) @Nullable String in, Locale locale, Model model,
			HttpServletResponse response) {
		Locale language = PageLanguage.parse(in).orElse(locale);
		model.addAttribute("preview", find(viewer, mail, language));
		model.addAttribute("in", language.getLanguage());
		response.setHeader(POLICY, SecurityConfiguration.CONTENT_POLICY + "; frame-src 'self'");
		return "organization/mail-preview";
	}

	/** The mail alone, as it stands in the frame. */
	@GetMapping("/{template}")
	ResponseEntity<byte[]> html(Viewer viewer, @PathVariable String template,
			@RequestParam(name = "in", required = false) @Nullable String in, Locale locale) {
		String html = find(viewer, template, PageLanguage.parse(in).orElse(locale)).mail().html();
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.header(POLICY, IN_A_FRAME)
			.body(html.replaceFirst("<head>", "<head>" + ELSEWHERE).getBytes(StandardCharsets.UTF_8));
	}

	private MailPreview find(Viewer viewer, String template, Locale language) {
		viewer.require(Action.ADMINISTER);
		return this.previews.of(template, recipient(viewer, language))
			.orElseThrow(() -> new NotFoundException("mail", template));
	}

	private static SampleRecipient recipient(Viewer viewer, Locale language) {
		return new SampleRecipient(viewer.organizationId(), viewer.organizationName(), viewer.name(),
				new EmailAddress(viewer.email()), language, viewer.zone());
	}

}
