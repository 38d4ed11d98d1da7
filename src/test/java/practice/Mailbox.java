package practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/**
 * A real SMTP server that keeps every mail it is handed.
 */
public final class Mailbox {

	private final GreenMail server;

	private Mailbox(GreenMail server) {
		this.server = server;
	}

	static Mailbox start(int port) {
		GreenMail server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
		server.start();
		return new Mailbox(server);
	}

	public int smtpPort() {
		return this.server.getSmtp().getPort();
	}

	/** Every mail, the oldest first; a mail's number is its place, beginning with 1. */
	public List<ReceivedMail> mails() {
		MimeMessage[] messages = this.server.getReceivedMessages();
		List<ReceivedMail> mails = new ArrayList<>();
		for (int index = 0; index < messages.length; index++) {
			try {
				mails.add(ReceivedMail.read(index + 1, messages[index]));
			}
			catch (MessagingException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return mails;
	}

	/** The newest mail to an address. */
	public Optional<ReceivedMail> lastTo(String address) {
		return mails().reversed().stream().filter((mail) -> mail.to().contains(address)).findFirst();
	}

	public void empty() {
		try {
			this.server.purgeEmailFromAllMailboxes();
		}
		catch (FolderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void stop() {
		this.server.stop();
	}

}
