package io.channelkeeper.organization;

import java.util.Optional;

import org.springframework.stereotype.Service;

import io.channelkeeper.mail.SenderDomain;

/**
 * Looks whether the domain that mails come from is set up so that they arrive (B-12).
 */
@Service
public class SenderService {

	private final SenderDomain domain;

	SenderService(SenderDomain domain) {
		this.domain = domain;
	}

	/** Asks the domain name system, so it may take some seconds. */
	public SenderReport look(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		return new SenderReport(this.domain.name(), this.domain.hasSpf(), this.domain.hasSigningKeys(),
				this.domain.hasDmarc());
	}

	/**
	 * What the domain name system says; each is empty when nobody could be asked.
	 *
	 * @param domain the domain
	 * @param spf whether it says who may send for it
	 * @param signingKeys whether it publishes keys for signatures
	 * @param dmarc whether it says what to do with forged mails
	 */
	public record SenderReport(String domain, Optional<Boolean> spf, Optional<Boolean> signingKeys,
			Optional<Boolean> dmarc) {
	}

}
