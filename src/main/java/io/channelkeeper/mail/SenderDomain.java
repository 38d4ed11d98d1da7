package io.channelkeeper.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * What the domain name system says of the domain that mails come from.
 */
public class SenderDomain {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Resolver resolver;

	private final String domain;

	SenderDomain(Resolver resolver, String domain) {
		this.resolver = resolver;
		this.resolver.setTimeout(PATIENCE);
		this.domain = domain;
	}

	/** The domain after the {@code @} of the sender's address. */
	public String name() {
		return this.domain;
	}

	/**
	 * Whether the domain says who may send for it (RFC 7208), or empty when nobody could
	 * be asked. Waits a few seconds at most, as the others do.
	 */
	public Optional<Boolean> hasSpf() {
		return lookUp(this.domain).map((found) -> texts(found).stream().anyMatch((text) -> text.startsWith("v=spf1")));
	}

	/**
	 * Whether anything stands where signing keys are published (RFC 6376); under which
	 * selector only the mail server knows. Empty when nobody could be asked.
	 */
	public Optional<Boolean> hasSigningKeys() {
		return lookUp("_domainkey." + this.domain).map((found) -> found.getResult() != Lookup.HOST_NOT_FOUND);
	}

	/** Whether the domain says what to do with forged mails (RFC 7489), or empty. */
	public Optional<Boolean> hasDmarc() {
		return lookUp("_dmarc." + this.domain)
			.map((found) -> texts(found).stream().anyMatch((text) -> text.startsWith("v=DMARC1")));
	}

	private Optional<Lookup> lookUp(String name) {
		try {
			Lookup lookup = new Lookup(Name.fromString(name + "."), Type.TXT);
			lookup.setResolver(this.resolver);
			lookup.setCache(null);
			lookup.run();
			boolean answered = lookup.getResult() != Lookup.TRY_AGAIN && lookup.getResult() != Lookup.UNRECOVERABLE;
			return answered ? Optional.of(lookup) : Optional.empty();
		}
		catch (TextParseException ex) {
			return Optional.empty();
		}
	}

	private static List<String> texts(Lookup lookup) {
		Record[] answers = lookup.getAnswers();
		return (answers == null) ? List.of()
				: List.of(answers)
					.stream()
					.filter(TXTRecord.class::isInstance)
					.map((answer) -> String.join("", ((TXTRecord) answer).getStrings()))
					.toList();
	}

}
