package io.channelkeeper.organization.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * What a field of a form has to be; the text that says so is
 * {@code organization.error.<kind>}.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TypedValidator.class)
@interface Typed {

	Kind value();

	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/**
	 * The kinds of fields.
	 */
	enum Kind {

		/** A line that says who or what somebody is. */
		NAME,

		/** A line, or nothing. */
		LINE,

		/** Some lines, or nothing. */
		LINES,

		/** An e-mail address. */
		EMAIL,

		/** A time zone. */
		ZONE,

		/** German or English. */
		LANGUAGE,

		/** The address of a page, or nothing. */
		PAGE,

		/** A password that may be set. */
		PASSWORD

	}

}
