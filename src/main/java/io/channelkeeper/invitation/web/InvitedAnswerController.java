package io.channelkeeper.invitation.web;

import java.util.UUID;

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
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.invitation.ConnectActions;
import io.channelkeeper.invitation.ConnectLink;
import io.channelkeeper.invitation.ConnectPages;
import io.channelkeeper.invitation.CreatorQuestions;
import io.channelkeeper.invitation.DeadLinkException;
import io.channelkeeper.invitation.Letter;
import io.channelkeeper.support.PlainText;

/**
 * What creators answer in place of connecting: a question, not mine, no thanks, another
 * account. No session is kept for them, so the answer is the page itself.
 */
@Controller
@RequestMapping("/connect/{token}")
class InvitedAnswerController {

	private static final int WORD = 500;

	private final ConnectPages pages;

	private final ConnectActions actions;

	private final CreatorQuestions questions;

	InvitedAnswerController(ConnectPages pages, ConnectActions actions, CreatorQuestions questions) {
		this.pages = pages;
		this.actions = actions;
		this.questions = questions;
	}

	/** Every answer leads back to the same link. */
	@ModelAttribute("token")
	String token(@PathVariable String token) {
		return token;
	}

	@GetMapping("/question")
	String question(ConnectLink link, @ModelAttribute("form") QuestionForm form, Model model) {
		model.addAttribute("page", this.pages.page(link));
		return "invitation/connect-question";
	}

	@PostMapping("/question")
	ModelAndView ask(ConnectLink link, @Valid @ModelAttribute("form") QuestionForm form, BindingResult errors) {
		if (form.hasWrongReply()) {
			errors.rejectValue("reply", "invitation.page.ask.address");
		}
		if (errors.hasErrors()) {
			return new ModelAndView("invitation/connect-question", HttpStatus.UNPROCESSABLE_CONTENT).addObject("page",
					this.pages.page(link));
		}
		return said(Said
			.asked(this.questions.ask(link, String.valueOf(form.question()).strip(), form.address().orElse(null))));
	}

	@PostMapping("/not-mine")
	ModelAndView notMine(ConnectLink link, @RequestParam UUID channel) {
		Letter letter = letter(link);
		this.actions.disown(link, channel);
		return said(Said.notMine(letter, letter.handle(channel)));
	}

	@PostMapping("/decline")
	ModelAndView decline(ConnectLink link, @RequestParam(required = false) @Nullable String word) {
		Letter letter = letter(link);
		this.actions.decline(link, word(word));
		return said(Said.declined(letter));
	}

	@PostMapping("/offer")
	ModelAndView offer(ConnectLink link) {
		return said(Said.offered(letter(link), this.actions.offerOther(link).handle()));
	}

	@GetMapping("/done")
	ModelAndView done(ConnectLink link) {
		return said(Said.done(letter(link)));
	}

	private Letter letter(ConnectLink link) {
		return this.pages.letter(link).orElseThrow(() -> new DeadLinkException(DeadLinkException.Reason.INVALID));
	}

	private static ModelAndView said(Said said) {
		return new ModelAndView("invitation/connect-said").addObject("said", said);
	}

	private static @Nullable String word(@Nullable String typed) {
		String word = (typed != null) ? PlainText.line(typed) : "";
		return word.isEmpty() ? null : word.substring(0, Math.min(word.length(), WORD));
	}

}
