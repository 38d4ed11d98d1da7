package practice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * A real SMTP server that keeps every mail it is handed.
 */
public final class Mailbox {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** As they came, the oldest first. */
	private final List<byte[]> mails = new CopyOnWriteArrayList<>();

	private final GreenMail server;

	private Mailbox(GreenMail server) {
		this.server = server;
	}

	static Mailbox start(int port) {
		GreenMail server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
		server.start();
		Mailbox mailbox = new Mailbox(server);
		UserManager users = server.getUserManager();
		users.setMessageDeliveryHandler((mail, address) -> {
			mailbox.put(raw(mail.getMessage()));
			return user(users, address.getEmail());
		});
		return mailbox;
	}

	public int smtpPort() {
		return this.server.getSmtp().getPort();
	}

	/** Every mail, the oldest first; a mail's number is its place, beginning with 1. */
	public List<ReceivedMail> mails() {
		List<ReceivedMail> read = new ArrayList<>();
		for (byte[] mail : this.mails) {
			try {
				read.add(ReceivedMail.read(read.size() + 1,
						new MimeMessage((Session) null, new ByteArrayInputStream(mail))));
			}
			catch (MessagingException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return read;
	}

	/** The newest mail to an address. */
	public Optional<ReceivedMail> lastTo(String address) {
		return allTo(address).reversed().stream().findFirst();
	}

	/**
	 * The newest mail to an address, waiting for it if need be.
	 * @param before how many mails to this address do not count
	 */
	public ReceivedMail await(String address, int before) {
		return await("to " + address, () -> allTo(address).stream().skip(before).reduce((first, second) -> second));
	}

	/** The newest mail to an address whose subject has these words, waiting for it. */
	public ReceivedMail awaitAbout(String address, String words) {
		return await("to " + address + " about " + words,
				() -> allTo(address).reversed().stream().filter((mail) -> mail.subject().contains(words)).findFirst());
	}

	/** Every mail to an address, the oldest first. */
	public List<ReceivedMail> allTo(String address) {
		return mails().stream().filter((mail) -> mail.to().contains(address)).toList();
	}

	/** Throws all mails away. */
	public void empty() {
		this.mails.clear();
	}

	/** Every mail as it came, the oldest first. */
	List<byte[]> raw() {
		return List.copyOf(this.mails);
	}

	/** Adds a mail as it once came. */
	void put(byte[] mail) {
		synchronized (this.mails) {
			this.mails.add(mail);
			this.mails.notifyAll();
		}
	}

	void stop() {
		this.server.stop();
	}

	private ReceivedMail await(String which, Supplier<Optional<ReceivedMail>> search) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		synchronized (this.mails) {
			while (true) {
				Optional<ReceivedMail> found = search.get();
				if (found.isPresent()) {
					return found.get();
				}
				long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
				if (left <= 0) {
					throw new IllegalStateException("No mail " + which);
				}
				try {
					this.mails.wait(left);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					throw new IllegalStateException("No mail " + which, ex);
				}
			}
		}
	}

	private static byte[] raw(MimeMessage message) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			message.writeTo(bytes);
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	private static GreenMailUser user(UserManager users, String address) throws UserException {
		GreenMailUser user = users.getUserByEmail(address);
		return (user != null) ? user : users.createUser(address, address, address);
	}

}
