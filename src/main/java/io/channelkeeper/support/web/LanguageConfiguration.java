package io.channelkeeper.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Remembers the language chosen with {@code ?lang=} in a cookie.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

	private final PageLanguage pageLanguage;

	LanguageConfiguration(PageLanguage pageLanguage) {
		this.pageLanguage = pageLanguage;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				PageLanguage.parse(request.getParameter("lang"))
					.ifPresent(
							(chosen) -> LanguageConfiguration.this.pageLanguage.setLocale(request, response, chosen));
				return true;
			}
		});
	}

}
