package practice;

import java.util.List;

import practice.ReceivedMail.EnclosedFile;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mailbox page: every mail, the newest first.
 */
@Controller
@RequestMapping("/mailbox")
class MailboxController {

	private final Mailbox mailbox;

	MailboxController(Mailbox mailbox) {
		this.mailbox = mailbox;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("mails", this.mailbox.mails().reversed());
		model.addAttribute("port", this.mailbox.smtpPort());
		return "mailbox/list";
	}

	@GetMapping("/{number}")
	String mail(@PathVariable int number, Model model) {
		ReceivedMail mail = find(number);
		model.addAttribute("mail", mail);
		model.addAttribute("framed", framed(mail));
		return "mailbox/mail";
	}

	@GetMapping("/{number}/files/{index}")
	ResponseEntity<byte[]> file(@PathVariable int number, @PathVariable int index) {
		List<EnclosedFile> files = find(number).files();
		if (index < 0 || index >= files.size()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		EnclosedFile file = files.get(index);
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).body(file.content());
	}

	@PostMapping("/empty")
	String empty() {
		this.mailbox.empty();
		return "redirect:/mailbox";
	}

	private ReceivedMail find(int number) {
		List<ReceivedMail> mails = this.mailbox.mails();
		if (number < 1 || number > mails.size()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return mails.get(number - 1);
	}

	/** The HTML part with its own pictures reachable and links that leave the frame. */
	private static String framed(ReceivedMail mail) {
		String html = mail.html();
		for (int index = 0; index < mail.files().size(); index++) {
			String id = mail.files().get(index).id();
			if (!id.isEmpty()) {
				html = html.replace("cid:" + id, "/mailbox/" + mail.number() + "/files/" + index);
			}
		}
		return "<base target=\"_top\">" + html;
	}

}
