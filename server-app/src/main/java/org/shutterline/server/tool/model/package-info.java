/**
 * Tools that judge by a learned model in the ONNX format: classification, detection and anomaly. They share how a model is
 * opened, checked and run. Imports {@code spi}, OpenCV and the runtime of the models, which is loaded when the first job
 * that names a model is.
 */
package org.shutterline.server.tool.model;
