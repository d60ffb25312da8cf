/**
 * Classifiers outside of the files of {@code routes/}: a model of the company's own, an endpoint. They are asked before
 * the decide transaction, never within it, and what they do not answer in time is answered by the files. May use
 * {@code understanding}.
 */
@NullMarked
package com.wecomesb.understanding.external;

import org.jspecify.annotations.NullMarked;
