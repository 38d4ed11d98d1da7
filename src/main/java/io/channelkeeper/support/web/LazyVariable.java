package io.channelkeeper.support.web;

import java.util.function.Supplier;

import org.thymeleaf.context.LazyContextVariable;

/**
 * What a page may show, looked up when a template does so, and then once.
 *
 * @param <T> what it is
 */
public final class LazyVariable<T> extends LazyContextVariable<T> {

	private final Supplier<T> source;

	public LazyVariable(Supplier<T> source) {
		this.source = source;
	}

	@Override
	protected T loadValue() {
		return this.source.get();
	}

}
