package practice;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * A mail as a mail program would show it.
 *
 * @param number its place in the mailbox, from 1
 * @param from sender with name
 * @param to the bare addresses of the recipients
 * @param replyTo where answers go
 * @param subject the subject line
 * @param sentAt the date it carries
 * @param headers every header, as sent
 * @param html the HTML part, empty if there is none
 * @param text the text part, empty if there is none
 * @param files attachments and pictures inside the mail
 */
public record ReceivedMail(int number, String from, List<String> to, String replyTo, String subject,
		@Nullable Instant sentAt, List<String> headers, String html, String text, List<EnclosedFile> files) {

	private static final Pattern ANCHOR = Pattern.compile("<a\\b[^>]*?href=\"([^\"]+)\"[^>]*>(.*?)</a>",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

	static ReceivedMail read(int number, MimeMessage message) throws MessagingException, IOException {
		StringBuilder html = new StringBuilder();
		StringBuilder text = new StringBuilder();
		List<EnclosedFile> files = new ArrayList<>();
		collect(message, html, text, files);
		List<String> headers = new ArrayList<>();
		message.getAllHeaderLines().asIterator().forEachRemaining(headers::add);
		Date date = message.getSentDate();
		String subject = message.getSubject();
		return new ReceivedMail(number, people(message.getFrom()), bare(message.getAllRecipients()),
				people(message.getReplyTo()), (subject != null) ? subject : "",
				(date != null) ? date.toInstant() : null, List.copyOf(headers), html.toString(), text.toString(),
				List.copyOf(files));
	}

	/** Every address that the mail leads to, with the words on it. */
	public List<Link> links() {
		Map<String, String> links = new LinkedHashMap<>();
		Matcher anchors = ANCHOR.matcher(this.html);
		while (anchors.find()) {
			String words = HtmlUtils.htmlUnescape(anchors.group(2).replaceAll("<[^>]*>", " ")).strip();
			links.putIfAbsent(HtmlUtils.htmlUnescape(anchors.group(1)), words.replaceAll("\\s+", " "));
		}
		Matcher addresses = ADDRESS.matcher(this.text);
		while (addresses.find()) {
			links.putIfAbsent(addresses.group(), "(in the text part)");
		}
		return links.entrySet().stream().map((link) -> new Link(link.getKey(), link.getValue())).toList();
	}

	/** The first link whose address contains this. */
	public String link(String part) {
		return links().stream()
			.map(Link::address)
			.filter((address) -> address.contains(part))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No link with " + part + " in: " + this.subject));
	}

	private static void collect(Part part, StringBuilder html, StringBuilder text, List<EnclosedFile> files)
			throws MessagingException, IOException {
		if (part.getContent() instanceof Multipart parts) {
			for (int index = 0; index < parts.getCount(); index++) {
				BodyPart child = parts.getBodyPart(index);
				collect(child, html, text, files);
			}
		}
		else if (part.isMimeType("text/html") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			html.append(part.getContent());
		}
		else if (part.isMimeType("text/plain") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			text.append(part.getContent());
		}
		else {
			files.add(file(part));
		}
	}

	private static EnclosedFile file(Part part) throws MessagingException, IOException {
		String[] ids = part.getHeader("Content-ID");
		String id = (ids != null) ? ids[0].replaceAll("[<>]", "") : "";
		String name = part.getFileName();
		try (InputStream content = part.getInputStream()) {
			return new EnclosedFile((name != null) ? name : "file", part.getContentType().split(";", 2)[0].strip(), id,
					content.readAllBytes());
		}
	}

	private static String people(Address @Nullable [] addresses) {
		return (addresses == null) ? ""
				: Arrays.stream(addresses)
					.map((address) -> (address instanceof InternetAddress internet) ? internet.toUnicodeString()
							: address.toString())
					.collect(Collectors.joining(", "));
	}

	private static List<String> bare(Address @Nullable [] addresses) {
		return (addresses == null) ? List.of()
				: Arrays.stream(addresses)
					.map((address) -> (address instanceof InternetAddress internet) ? internet.getAddress()
							: address.toString())
					.toList();
	}

	/** Where a mail leads to, and the words on it. */
	public record Link(String address, String words) {
	}

	/** A file inside a mail; the id is what {@code cid:} names. */
	@SuppressWarnings("ArrayRecordComponent")
	public record EnclosedFile(String name, String type, String id, byte[] content) {
	}

}
