package io.channelkeeper.support.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Gives every template, mails included, {@code #moments} and {@code #faces}.
 */
@Component
class FrameDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private static final String MOMENTS = "moments";

	private static final String FACES = "faces";

	private final MessageSource messages;

	private final Clock clock;

	FrameDialect(MessageSource messages, Clock clock) {
		super("frame");
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of(MOMENTS, FACES);
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String name) {
		return switch (name) {
			case MOMENTS -> new Moments(this.messages, this.clock, language(context.getLocale()));
			case FACES -> new Faces();
			default -> null;
		};
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

	/** German for whoever reads German, English for everybody else. */
	private static Locale language(Locale locale) {
		return locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
	}

}
