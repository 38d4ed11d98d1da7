package io.channelkeeper.mail;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

/**
 * Shows every kind of mail before one is sent.
 */
@Service
public class MailPreviews {

	private final List<MailSamples> samples;

	private final MailRenderer renderer;

	MailPreviews(List<MailSamples> samples, MailRenderer renderer) {
		this.samples = List.copyOf(samples);
		this.renderer = renderer;
	}

	/** All kinds: those to creators first, else in the order of whoever sends them. */
	public List<MailPreview> all(SampleRecipient recipient) {
		return find(recipient).sorted(Comparator.comparing(MailSample::audience)).map(this::render).toList();
	}

	/** One kind, by the name of its template; empty if there is none of that name. */
	public Optional<MailPreview> of(String template, SampleRecipient recipient) {
		return find(recipient).filter((sample) -> sample.draft().template().equals(template))
			.findFirst()
			.map(this::render);
	}

	private Stream<MailSample> find(SampleRecipient recipient) {
		return this.samples.stream().flatMap((some) -> some.of(recipient).stream());
	}

	private MailPreview render(MailSample sample) {
		return new MailPreview(sample.draft().template(), sample.audience(), sample.draft().fromName(),
				this.renderer.render(sample.draft()));
	}

}
